module {
  "Title": "Cache keeps no automatic backups",
  "ResourceType": ["AWS::ElastiCache::ReplicationGroup", "AWS::ElastiCache::ServerlessCache"],
  "Severity": 75,
  "Category": "data_protection",
  "Reads": [".Configuration.SnapshotRetentionLimit"],
  "Parameters": {"MinDays": 1},
  "Remediation": "Run aws elasticache modify-replication-group --replication-group-id NAME --snapshot-retention-limit 7 --apply-immediately, for a serverless cache aws elasticache modify-serverless-cache --serverless-cache-name NAME --snapshot-retention-limit 7. A cache that can be filled anew needs none: waive it then.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MinDays | number("MinDays") | given("MinDays")) as $min
  | .Configuration.SnapshotRetentionLimit | number("SnapshotRetentionLimit") | select(. == null or . < $min)
  | {
      Message: (if . == null or . == 0 then "no automatic backups" else "backups are kept for \(.) days" end),
      Evidence: {SnapshotRetentionLimit: ., MinDays: $min}
    };
