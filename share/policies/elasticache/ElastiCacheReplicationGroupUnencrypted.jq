module {
  "Title": "Replication group is not encrypted at rest",
  "ResourceType": "AWS::ElastiCache::ReplicationGroup",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.AtRestEncryptionEnabled"],
  "Remediation": "It can only be turned on when a group is made: back up (aws elasticache create-snapshot --replication-group-id NAME --snapshot-name SNAPSHOT) and restore with aws elasticache create-replication-group --replication-group-id NEW --replication-group-description TEXT --snapshot-name SNAPSHOT --at-rest-encryption-enabled --transit-encryption-enabled.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.AtRestEncryptionEnabled
   | flag("AtRestEncryptionEnabled") | select(. != true)
  | {Message: "encryption at rest is off", Evidence: {AtRestEncryptionEnabled: .}};
