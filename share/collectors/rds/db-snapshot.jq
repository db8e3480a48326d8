# Only a manual snapshot can be shared, and has attributes: "restore" with "all" makes it public.
# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshotAttributes.html
module {
  "ResourceType": "AWS::RDS::DBSnapshot",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDBSnapshots", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "DBSnapshots[]", "Permission": "rds:DescribeDBSnapshots"
  },
  "Detail": [
    {
      "Operation": "DescribeDBSnapshotAttributes", "Parameters": {"DBSnapshotIdentifier": ".DBSnapshotIdentifier"},
      "When": {".SnapshotType": ["manual"]},
      "From": "DBSnapshotAttributesResult.DBSnapshotAttributes", "Into": "DBSnapshotAttributes",
      "Permission": "rds:DescribeDBSnapshotAttributes"
    }
  ],
  "Tags": ".TagList",
  "Gone": ["DBSnapshotNotFound"]
};

def arn($at): .DBSnapshotArn;
