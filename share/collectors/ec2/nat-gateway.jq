# A deleted gateway is shown by EC2 for about an hour more; it is not there any longer.
module {
  "ResourceType": "AWS::EC2::NatGateway",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeNatGateways",
    "Parameters": {"MaxResults": 1000, "Filter": [{"Name": "state", "Values": ["pending", "available", "deleting", "failed"]}]},
    "Token": "NextToken", "Items": "NatGateways[]", "Permission": "ec2:DescribeNatGateways"
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):natgateway/\(.NatGatewayId)";
