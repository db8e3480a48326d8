module {
  "ResourceType": "AWS::EC2::NetworkAcl",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeNetworkAcls", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "NetworkAcls[]", "Permission": "ec2:DescribeNetworkAcls"
  },
  "One": {
    "By": ["NetworkAclId"],
    "Call": {
      "Operation": "DescribeNetworkAcls",
      "Parameters": {"NetworkAclIds": ["$One.NetworkAclId"]},
      "Token": "NextToken", "Items": "NetworkAcls[]", "Permission": "ec2:DescribeNetworkAcls"
    },
    "Gone": ["InvalidNetworkAclID.NotFound"]
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):network-acl/\(.NetworkAclId)";
