module {
  "Title": "RDS snapshot is not encrypted",
  "ResourceType": "AWS::RDS::DBSnapshot",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.Encrypted"],
  "Remediation": "A copy can be encrypted: aws rds copy-db-snapshot --source-db-snapshot-identifier NAME --target-db-snapshot-identifier COPY --kms-key-id KEY, then aws rds delete-db-snapshot --db-snapshot-identifier NAME. Encrypt what it is of, or the next snapshot is like this one.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.Encrypted
   | flag("Encrypted") | select(. != true)
  | {Message: "the snapshot is not encrypted", Evidence: {Encrypted: .}};
