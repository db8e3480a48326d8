module {
  "ResourceType": "AWS::EC2::NetworkAcl",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeNetworkAcls", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "NetworkAcls[]", "Permission": "ec2:DescribeNetworkAcls"
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):network-acl/\(.NetworkAclId)";
