module {
  "Title": "Replication group is in one availability zone only",
  "ResourceType": "AWS::ElastiCache::ReplicationGroup",
  "Severity": 50,
  "Category": "availability",
  "Reads": [".Configuration.MultiAZ"],
  "Remediation": "Run aws elasticache modify-replication-group --replication-group-id NAME --multi-az-enabled --automatic-failover-enabled --apply-immediately, with replicas in other zones.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html",
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html"
  ]
};
include "check";

def violation:
  .Configuration.MultiAZ | text("MultiAZ") | select(. != "enabled")
  | {Message: "Multi-AZ is off", Evidence: {MultiAZ: .}};
