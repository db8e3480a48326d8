module {
  "Title": "RDS snapshot is of an instance that is gone",
  "ResourceType": "AWS::RDS::DBSnapshot",
  "Severity": 10,
  "Category": "cost",
  "OnRequest": true,
  "Reads": [".Configuration.SnapshotType", {"Path": ".Configuration.DBInstances", "As": "shape"}],
  "Remediation": "A last snapshot is often kept on purpose. Ask its owner, give it a tag that says until when, or delete it: aws rds delete-db-snapshot --db-snapshot-identifier NAME.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshot.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.SnapshotType | text("SnapshotType") | given("SnapshotType") | . == "manual")
  | .DBInstances | given("DBInstances") | items("DBInstances") | select(. == [])
  | {Message: "the instance that it is of is there no longer", Evidence: {DBInstances: .}};
