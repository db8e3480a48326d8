# Aurora, Neptune and DocumentDB alike; but the storage of Aurora Serverless v1 was always encrypted, whatever was written.
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless.html
module {
  "Title": "Database cluster's storage is not encrypted",
  "ResourceType": "AWS::RDS::DBCluster",
  "Severity": 75,
  "Category": "encryption",
  "Reads": [".Configuration.EngineMode", ".Configuration.StorageEncrypted"],
  "Remediation": "A cluster cannot be encrypted in place. Take a snapshot (aws rds create-db-cluster-snapshot --db-cluster-identifier NAME --db-cluster-snapshot-identifier SNAPSHOT), restore it with a key (aws rds restore-db-cluster-from-snapshot --db-cluster-identifier NEW --snapshot-identifier SNAPSHOT --engine ENGINE --kms-key-id KEY), add instances, and move the clients to it.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
    "https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html",
    "https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.EngineMode | text("EngineMode") != "serverless")
  | .StorageEncrypted | flag("StorageEncrypted") | select(. != true)
  | {Message: "the cluster's storage is not encrypted", Evidence: {StorageEncrypted: .}};
