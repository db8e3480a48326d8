module {
  "ResourceType": "AWS::EFS::AccessPoint",
  "Service": "efs",
  "AccountService": "elasticfilesystem",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeAccessPoints", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "AccessPoints[]", "Permission": "elasticfilesystem:DescribeAccessPoints"
  }
};

def arn($at): .AccessPointArn;
