# Only a manual snapshot can be shared, and has attributes: "restore" with "all" makes it public.
# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshotAttributes.html
# DBInstances: what it is of; none if that was deleted.  A name may be another's by now, the resource id cannot.
module {
  "ResourceType": "AWS::RDS::DBSnapshot",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDBSnapshots", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "DBSnapshots[]", "Permission": "rds:DescribeDBSnapshots"
  },
  "Once": [
    {
      "Operation": "DescribeDBInstances", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
      "From": "DBInstances", "Key": "DbiResourceId", "Match": "DbiResourceId",
      "Apply": "brief", "Into": "DBInstances", "Permission": "rds:DescribeDBInstances"
    }
  ],
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

def brief: map({DBInstanceIdentifier, DBInstanceArn, DbiResourceId});
