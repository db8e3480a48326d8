# CloudWatch Logs gives two ARNs; the one that tags and policies of the group itself use has no ":*" at its end.
module {
  "ResourceType": "AWS::Logs::LogGroup",
  "Service": "logs",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeLogGroups", "Parameters": {"limit": 50}, "Token": "nextToken",
    "Items": "logGroups[]", "Permission": "logs:DescribeLogGroups"
  },
  "One": {
    "By": ["logGroupName"],
    "Call": {
      "Operation": "DescribeLogGroups", "Parameters": {"limit": 50, "logGroupNamePrefix": "$One.logGroupName"}, "Token": "nextToken",
      "Items": "logGroups[]", "Permission": "logs:DescribeLogGroups"
    }
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"resourceArn": "$ARN"},
      "From": "tags", "Into": "Tags", "Permission": "logs:ListTagsForResource"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): "arn:\($at.Partition):logs:\($at.Region):\($at.Account):log-group:\(.logGroupName)";
