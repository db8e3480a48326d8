# Only a manual snapshot has attributes; the collector asks for no others' ones.
module {
  "Title": "Snapshot of a database cluster can be restored by every AWS account",
  "ResourceType": "AWS::RDS::DBClusterSnapshot",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [
    ".Configuration.SnapshotType",
    ".Configuration.DBClusterSnapshotAttributes[].AttributeName",
    {"Path": ".Configuration.DBClusterSnapshotAttributes[].AttributeValues", "OneOf": ["all"]}
  ],
  "Remediation": "Run aws rds modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier NAME --attribute-name restore --values-to-remove all, at once. Take it that the data was copied: change the passwords and keys in it. Share with accounts by their ids only, and encrypted: an encrypted snapshot cannot be public.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBClusterSnapshotAttribute.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.SnapshotType | text("SnapshotType") | . == null or . == "manual")
  | .DBClusterSnapshotAttributes | given("DBClusterSnapshotAttributes") | items("DBClusterSnapshotAttributes")
  | [.[] | object("an attribute") | select(.AttributeName == "restore") | .AttributeValues | items("AttributeValues")[]]
  | select(has_item("all"))
  | {Message: "shared with all accounts", Evidence: {restore: .}};
