module {
  "Title": "Replication group is spoken to without TLS",
  "ResourceType": "AWS::ElastiCache::ReplicationGroup",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.TransitEncryptionEnabled"],
  "Remediation": "Let it prefer TLS first (aws elasticache modify-replication-group --replication-group-id NAME --transit-encryption-enabled --transit-encryption-mode preferred --apply-immediately), move the clients, then require it: aws elasticache modify-replication-group --replication-group-id NAME --transit-encryption-mode required --apply-immediately. Before Redis OSS 7 it can only be turned on when a group is made.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.TransitEncryptionEnabled
   | flag("TransitEncryptionEnabled") | select(. != true)
  | {Message: "encryption in transit is off", Evidence: {TransitEncryptionEnabled: .}};
