# As with snapshots of instances: only a manual one has attributes.  Those of Neptune and DocumentDB are here, too.
# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterSnapshotAttributes.html
module {
  "ResourceType": "AWS::RDS::DBClusterSnapshot",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDBClusterSnapshots", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "DBClusterSnapshots[]", "Permission": "rds:DescribeDBClusterSnapshots"
  },
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
