# A password that waits for the next maintenance is shown masked; it is not ours to show at all.
module {
  "ResourceType": "AWS::RDS::DBInstance",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDBInstances", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "DBInstances[]", "Permission": "rds:DescribeDBInstances"
  },
  "Tags": ".TagList",
  "Redact": [".PendingModifiedValues.MasterUserPassword"]
};

def arn($at): .DBInstanceArn;
