module {
  "ResourceType": "AWS::EC2::SecurityGroup",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeSecurityGroups", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "SecurityGroups[]", "Permission": "ec2:DescribeSecurityGroups"
  },
  "One": {
    "By": ["GroupId"],
    "Call": {
      "Operation": "DescribeSecurityGroups", "Parameters": {"Filters": [{"Name": "group-id", "Values": ["$One.GroupId"]}]},
      "Token": "NextToken", "Items": "SecurityGroups[]", "Permission": "ec2:DescribeSecurityGroups"
    }
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):security-group/\(.GroupId)";
