# Its tags are called TagSet, alone in EC2.
module {
  "ResourceType": "AWS::EC2::NetworkInterface",
  "Managed": "managed",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeNetworkInterfaces", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "NetworkInterfaces[]", "Permission": "ec2:DescribeNetworkInterfaces"
  },
  "One": {
    "By": ["NetworkInterfaceId"],
    "Call": {
      "Operation": "DescribeNetworkInterfaces",
      "Parameters": {"Filters": [{"Name": "network-interface-id", "Values": ["$One.NetworkInterfaceId"]}]},
      "Token": "NextToken", "Items": "NetworkInterfaces[]", "Permission": "ec2:DescribeNetworkInterfaces"
    }
  },
  "Tags": ".TagSet"
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):network-interface/\(.NetworkInterfaceId)";

# RequesterManaged is true for those that a service such as a load balancer or an endpoint has made.
def managed: if .RequesterManaged == true then "service-linked" else null end;
