module {
  "ResourceType": "AWS::EC2::KeyPair",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeKeyPairs", "Items": "KeyPairs[]", "Permission": "ec2:DescribeKeyPairs"
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):key-pair/\(.KeyName)";
