module {
  "Title": "Replication group does not replace a failed primary by itself",
  "ResourceType": "AWS::ElastiCache::ReplicationGroup",
  "Severity": 50,
  "Category": "availability",
  "Reads": [".Configuration.AutomaticFailover"],
  "Remediation": "Run aws elasticache modify-replication-group --replication-group-id NAME --automatic-failover-enabled --multi-az-enabled --apply-immediately. It needs a replica: aws elasticache increase-replica-count --replication-group-id NAME --new-replica-count 1 --apply-immediately.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.AutomaticFailover | text("AutomaticFailover") | select(. == null or (IN("enabled", "enabling") | not))
  | {Message: "automatic failover is off", Evidence: {AutomaticFailover: .}};
