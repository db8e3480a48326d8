module {
  "Title": "RDS instance can be deleted by one call",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [{"Path": ".Configuration.DBClusterIdentifier", "As": "shape"}, ".Configuration.DeletionProtection"],
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --deletion-protection. It costs nothing and takes effect at once; whoever deletes the instance on purpose takes it off first with --no-deletion-protection.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.DBClusterIdentifier == null)
  | .DeletionProtection | flag("DeletionProtection") | select(. != true)
  | {Message: "deletion protection is off", Evidence: {DeletionProtection: .}};
