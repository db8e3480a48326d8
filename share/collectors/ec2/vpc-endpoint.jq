module {
  "ResourceType": "AWS::EC2::VPCEndpoint",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeVpcEndpoints", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "VpcEndpoints[]", "Permission": "ec2:DescribeVpcEndpoints"
  },
  "One": {
    "By": ["VpcEndpointId"],
    "Call": {
      "Operation": "DescribeVpcEndpoints",
      "Parameters": {"VpcEndpointIds": ["$One.VpcEndpointId"]},
      "Token": "NextToken", "Items": "VpcEndpoints[]", "Permission": "ec2:DescribeVpcEndpoints"
    },
    "Gone": ["InvalidVpcEndpointId.NotFound"]
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):vpc-endpoint/\(.VpcEndpointId)";
