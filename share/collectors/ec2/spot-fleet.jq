# A request that is over (cancelled_terminated) is shown by EC2 for two days more.
module {
  "ResourceType": "AWS::EC2::SpotFleet",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeSpotFleetRequests", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "SpotFleetRequestConfigs[]", "Permission": "ec2:DescribeSpotFleetRequests"
  },
  "Redact": [".SpotFleetRequestConfig.LaunchSpecifications[].UserData"]
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):spot-fleet-request/\(.SpotFleetRequestId)";
