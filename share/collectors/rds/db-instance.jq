# ProtectedResources: what AWS Backup has saved of it, and when.
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
  "Once": [
    {
      "Service": "backup", "Operation": "ListProtectedResources", "Parameters": {"MaxResults": 1000},
      "Token": "NextToken",
      "From": "Results", "Key": "ResourceArn", "Match": "DBInstanceArn", "Into": "ProtectedResources",
      "Permission": "backup:ListProtectedResources"
    }
  ],
  "Tags": ".TagList",
  "Redact": [".PendingModifiedValues.MasterUserPassword"]
};

def arn($at): .DBInstanceArn;
