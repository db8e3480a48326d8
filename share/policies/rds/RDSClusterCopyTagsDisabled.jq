module {
  "Title": "Database cluster's snapshots do not get its tags",
  "ResourceType": "AWS::RDS::DBCluster",
  "Severity": 25,
  "Category": "data_protection",
  "Reads": [".Configuration.Engine", ".Configuration.CopyTagsToSnapshot"],
  "Remediation": "Run aws rds modify-db-cluster --db-cluster-identifier NAME --copy-tags-to-snapshot, so that snapshots carry the same owner, cost and protection as what they are of.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Engine | text("Engine") | given("Engine") | . != "docdb")
  | .CopyTagsToSnapshot | flag("CopyTagsToSnapshot") | select(. != true)
  | {Message: "tags are not copied to snapshots", Evidence: {CopyTagsToSnapshot: .}};
