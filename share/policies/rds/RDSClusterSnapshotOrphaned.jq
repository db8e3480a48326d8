module {
  "Title": "Snapshot is of a database cluster that is gone",
  "ResourceType": "AWS::RDS::DBClusterSnapshot",
  "Severity": 10,
  "Category": "cost",
  "OnRequest": true,
  "Reads": [".Configuration.SnapshotType", {"Path": ".Configuration.DBClusters", "As": "shape"}],
  "Remediation": "A last snapshot is often kept on purpose. Ask its owner, give it a tag that says until when, or delete it: aws rds delete-db-cluster-snapshot --db-cluster-snapshot-identifier NAME.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshot.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.SnapshotType | text("SnapshotType") | given("SnapshotType") | . == "manual")
  | .DBClusters | given("DBClusters") | items("DBClusters") | select(. == [])
  | {Message: "the cluster that it is of is there no longer", Evidence: {DBClusters: .}};
