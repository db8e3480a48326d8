# Only a manual snapshot has attributes; the collector asks for no others' ones.
module {
  "Title": "RDS snapshot can be restored by every AWS account",
  "ResourceType": "AWS::RDS::DBSnapshot",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [
    ".Configuration.SnapshotType",
    ".Configuration.DBSnapshotAttributes[].AttributeName",
    {"Path": ".Configuration.DBSnapshotAttributes[].AttributeValues", "OneOf": ["all"]}
  ],
  "Remediation": "Run aws rds modify-db-snapshot-attribute --db-snapshot-identifier NAME --attribute-name restore --values-to-remove all, at once. Take it that the data was copied: change the passwords and keys in it. Share with accounts by their ids only, and encrypted: an encrypted snapshot cannot be public.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshotAttribute.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.SnapshotType | text("SnapshotType") | . == null or . == "manual")
  | .DBSnapshotAttributes | given("DBSnapshotAttributes") | items("DBSnapshotAttributes")
  | [.[] | object("an attribute") | select(.AttributeName == "restore") | .AttributeValues | items("AttributeValues")[]]
  | select(has_item("all"))
  | {Message: "shared with all accounts", Evidence: {restore: .}};
