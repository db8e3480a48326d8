module {
  "ResourceType": "AWS::EC2::InternetGateway",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeInternetGateways", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "InternetGateways[]", "Permission": "ec2:DescribeInternetGateways"
  },
  "One": {
    "By": ["InternetGatewayId"],
    "Call": {
      "Operation": "DescribeInternetGateways",
      "Parameters": {"Filters": [{"Name": "internet-gateway-id", "Values": ["$One.InternetGatewayId"]}]},
      "Token": "NextToken", "Items": "InternetGateways[]", "Permission": "ec2:DescribeInternetGateways"
    }
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):internet-gateway/\(.InternetGatewayId)";
