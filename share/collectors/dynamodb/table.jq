# ScalableTargets: what Application Auto Scaling scales of a table and its indexes; none where capacity is fixed.
# ProtectedResources: what AWS Backup has saved of it, and when.
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
  "Once": [
    {
      "Service": "application-autoscaling", "Operation": "DescribeScalableTargets",
      "Parameters": {"ServiceNamespace": "dynamodb"}, "Token": "NextToken",
      "From": "ScalableTargets", "Key": "TableName", "Match": "TableName", "Apply": "of_tables", "Into": "ScalableTargets",
      "Permission": "application-autoscaling:DescribeScalableTargets"
    },
    {
      "Service": "backup", "Operation": "ListProtectedResources", "Parameters": {"MaxResults": 1000},
      "Token": "NextToken",
      "From": "Results", "Key": "ResourceArn", "Match": "TableArn", "Into": "ProtectedResources",
      "Permission": "backup:ListProtectedResources"
    }
  ],
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
      "Operation": "DescribeTimeToLive", "Parameters": {"TableName": ".TableName"},
      "From": "TimeToLiveDescription", "Into": "TimeToLive", "Permission": "dynamodb:DescribeTimeToLive"
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

# ResourceId is table/NAME, or table/NAME/index/INDEX.
def of_tables: map(.TableName = (.ResourceId | split("/")[1]));
