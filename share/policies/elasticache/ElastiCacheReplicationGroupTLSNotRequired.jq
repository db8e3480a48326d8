module {
  "Title": "Replication group can be spoken to without TLS",
  "ResourceType": "AWS::ElastiCache::ReplicationGroup",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.TransitEncryptionEnabled", ".Configuration.TransitEncryptionMode"],
  "Remediation": "Run aws elasticache modify-replication-group --replication-group-id NAME --transit-encryption-mode required --apply-immediately, when all clients use TLS.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html",
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.TransitEncryptionEnabled | flag("TransitEncryptionEnabled"))
  | .TransitEncryptionMode | text("TransitEncryptionMode") | select(. != null and . != "required")
  | {Message: "TLS is only \(.)", Evidence: {TransitEncryptionMode: .}};
