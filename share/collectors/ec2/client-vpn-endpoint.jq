module {
  "ResourceType": "AWS::EC2::ClientVpnEndpoint",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeClientVpnEndpoints", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "ClientVpnEndpoints[]", "Permission": "ec2:DescribeClientVpnEndpoints"
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):client-vpn-endpoint/\(.ClientVpnEndpointId)";
