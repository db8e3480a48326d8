# A password that waits for the next maintenance is shown masked; it is not ours to show at all.
module {
  "ResourceType": "AWS::RDS::DBInstance",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDBInstances", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "DBInstances[]", "Permission": "rds:DescribeDBInstances"
  },
  "One": {
    "By": ["DBInstanceIdentifier"],
    "Call": {
      "Operation": "DescribeDBInstances", "Parameters": {"DBInstanceIdentifier": "$One.DBInstanceIdentifier"}, "Token": "Marker",
      "Items": "DBInstances[]", "Permission": "rds:DescribeDBInstances"
    },
    "Gone": ["DBInstanceNotFound", "DBInstanceNotFoundFault"]
  },
  "Tags": ".TagList",
  "Redact": [".PendingModifiedValues.MasterUserPassword"]
};

def arn($at): .DBInstanceArn;
