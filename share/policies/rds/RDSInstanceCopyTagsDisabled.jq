module {
  "Title": "RDS instance's snapshots do not get its tags",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 25,
  "Category": "data_protection",
  "Reads": [{"Path": ".Configuration.DBClusterIdentifier", "As": "shape"}, ".Configuration.CopyTagsToSnapshot"],
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --copy-tags-to-snapshot, so that snapshots carry the same owner, cost and protection as what they are of.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.DBClusterIdentifier == null)
  | .CopyTagsToSnapshot | flag("CopyTagsToSnapshot") | select(. != true)
  | {Message: "tags are not copied to snapshots", Evidence: {CopyTagsToSnapshot: .}};
