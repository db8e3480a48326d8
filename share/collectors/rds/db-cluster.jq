# Aurora, Neptune and DocumentDB alike: one API lists them, and Engine tells which.  Security Hub does the same.
# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusters.html
module {
  "ResourceType": "AWS::RDS::DBCluster",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDBClusters", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "DBClusters[]", "Permission": "rds:DescribeDBClusters"
  },
  "Once": [
    {
      "Service": "backup", "Operation": "ListProtectedResources", "Parameters": {"MaxResults": 1000},
      "Token": "NextToken",
      "From": "Results", "Key": "ResourceArn", "Match": "DBClusterArn", "Into": "ProtectedResources",
      "Permission": "backup:ListProtectedResources"
    }
  ],
  "Tags": ".TagList",
  "Redact": [".PendingModifiedValues.MasterUserPassword"]
};

def arn($at): .DBClusterArn;
