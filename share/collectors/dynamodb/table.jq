module {
  "ResourceType": "AWS::DynamoDB::Table",
  "Service": "dynamodb",
  "Scope": "regional",
  "List": {
    "Operation": "ListTables", "Parameters": {"Limit": 100},
    "Token": {"In": "ExclusiveStartTableName", "Out": "LastEvaluatedTableName"},
    "Items": "TableNames[]", "As": "TableName", "Permission": "dynamodb:ListTables"
  },
  "One": {"By": ["TableName"]},
  "Detail": [
    {
      "Operation": "DescribeTable", "Parameters": {"TableName": ".TableName"},
      "From": "Table", "Into": ".", "Permission": "dynamodb:DescribeTable"
    },
    {
      "Operation": "DescribeContinuousBackups", "Parameters": {"TableName": ".TableName"},
      "From": "ContinuousBackupsDescription", "Into": "ContinuousBackups",
      "Permission": "dynamodb:DescribeContinuousBackups"
    },
    {
      "Operation": "GetResourcePolicy", "Parameters": {"ResourceArn": "$ARN"},
      "From": "Policy", "Into": "Policy",
      "NotConfigured": ["PolicyNotFoundException"], "Permission": "dynamodb:GetResourcePolicy"
    },
    {
      "Operation": "ListTagsOfResource", "Parameters": {"ResourceArn": "$ARN"}, "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "dynamodb:ListTagsOfResource"
    }
  ],
  "Gone": ["ResourceNotFoundException", "TableNotFoundException"]
};

def arn($at): "arn:\($at.Partition):dynamodb:\($at.Region):\($at.Account):table/\(.TableName)";
