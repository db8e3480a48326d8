# As with snapshots of instances: only a manual one has attributes.  Those of Neptune and DocumentDB are here, too.
# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterSnapshotAttributes.html
# DBClusters: what it is of; none if that was deleted.
module {
  "ResourceType": "AWS::RDS::DBClusterSnapshot",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDBClusterSnapshots", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "DBClusterSnapshots[]", "Permission": "rds:DescribeDBClusterSnapshots"
  },
  "Once": [
    {
      "Operation": "DescribeDBClusters", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
      "From": "DBClusters", "Key": "DbClusterResourceId", "Match": "DbClusterResourceId",
      "Apply": "brief", "Into": "DBClusters", "Permission": "rds:DescribeDBClusters"
    }
  ],
  "Detail": [
    {
      "Operation": "DescribeDBClusterSnapshotAttributes",
      "Parameters": {"DBClusterSnapshotIdentifier": ".DBClusterSnapshotIdentifier"},
      "When": {".SnapshotType": ["manual"]},
      "From": "DBClusterSnapshotAttributesResult.DBClusterSnapshotAttributes", "Into": "DBClusterSnapshotAttributes",
      "Permission": "rds:DescribeDBClusterSnapshotAttributes"
    }
  ],
  "Tags": ".TagList",
  "Gone": ["DBClusterSnapshotNotFoundFault"]
};

def arn($at): .DBClusterSnapshotArn;

def brief: map({DBClusterIdentifier, DBClusterArn, DbClusterResourceId});
