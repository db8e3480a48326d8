module {
  "Title": "Snapshot of a database cluster is not encrypted",
  "ResourceType": "AWS::RDS::DBClusterSnapshot",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.StorageEncrypted"],
  "Remediation": "A snapshot of an unencrypted cluster stays so: aws rds restore-db-cluster-from-snapshot --db-cluster-identifier NEW --snapshot-identifier NAME --engine ENGINE --kms-key-id KEY, a snapshot of that, and aws rds delete-db-cluster-snapshot --db-cluster-snapshot-identifier NAME. Encrypt what it is of, or the next snapshot is like this one.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.StorageEncrypted
   | flag("StorageEncrypted") | select(. != true)
  | {Message: "the snapshot is not encrypted", Evidence: {StorageEncrypted: .}};
