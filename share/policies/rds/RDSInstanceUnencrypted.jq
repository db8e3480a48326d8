module {
  "Title": "RDS instance's storage is not encrypted",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 75,
  "Category": "encryption",
  "Reads": [".Configuration.StorageEncrypted"],
  "Remediation": "An instance cannot be encrypted in place. Take a snapshot (aws rds create-db-snapshot --db-instance-identifier NAME --db-snapshot-identifier SNAPSHOT), copy it encrypted (aws rds copy-db-snapshot --source-db-snapshot-identifier SNAPSHOT --target-db-snapshot-identifier COPY --kms-key-id KEY), restore the copy (aws rds restore-db-instance-from-db-snapshot --db-instance-identifier NEW --db-snapshot-identifier COPY), and move the clients to it.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html"
  ]
};
include "check";

def violation:
  .Configuration.StorageEncrypted
   | flag("StorageEncrypted") | select(. != true)
  | {Message: "the instance's storage is not encrypted", Evidence: {StorageEncrypted: .}};
