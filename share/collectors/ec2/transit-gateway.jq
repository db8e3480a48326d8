# A deleted gateway is shown by EC2 for a while more; it is not there any longer.
module {
  "ResourceType": "AWS::EC2::TransitGateway",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeTransitGateways",
    "Parameters": {
      "MaxResults": 1000,
      "Filters": [
        {"Name": "owner-id", "Values": ["$Account"]},
        {"Name": "state", "Values": ["pending", "available", "modifying", "deleting"]}
      ]
    },
    "Token": "NextToken", "Items": "TransitGateways[]", "Permission": "ec2:DescribeTransitGateways"
  }
};

def arn($at): .TransitGatewayArn;
