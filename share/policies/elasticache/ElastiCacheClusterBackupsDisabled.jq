# ElastiCache cannot back a cache.t1.micro up.
module {
  "Title": "Cache cluster keeps no automatic backups",
  "ResourceType": "AWS::ElastiCache::CacheCluster",
  "Severity": 75,
  "Category": "data_protection",
  "Reads": [
    ".Configuration.Engine",
    {"Path": ".Configuration.CacheNodeType", "Possible": ["cache.t1.micro", null]},
    {"Path": ".Configuration.ReplicationGroupId", "As": "shape"},
    ".Configuration.SnapshotRetentionLimit"
  ],
  "Remediation": "Run aws elasticache modify-cache-cluster --cache-cluster-id NAME --snapshot-retention-limit 7 --apply-immediately. A cache that can be filled anew needs none: waive it then.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.ReplicationGroupId == null)
  | select(.CacheNodeType | text("CacheNodeType") | . != "cache.t1.micro")
  | select(.Engine | text("Engine") | given("Engine") | . != "memcached")
  | .SnapshotRetentionLimit | number("SnapshotRetentionLimit") | select(. == null or . < 1)
  | {Message: "no automatic backups", Evidence: {SnapshotRetentionLimit: .}};
