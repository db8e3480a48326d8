# Aurora, Neptune and DocumentDB alike.
module {
  "Title": "Database cluster can be deleted by one call",
  "ResourceType": "AWS::RDS::DBCluster",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [".Configuration.DeletionProtection"],
  "Remediation": "Run aws rds modify-db-cluster --db-cluster-identifier NAME --deletion-protection. It costs nothing and takes effect at once; whoever deletes the cluster on purpose takes it off first with --no-deletion-protection.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.DeletionProtection
   | flag("DeletionProtection") | select(. != true)
  | {Message: "deletion protection is off", Evidence: {DeletionProtection: .}};
