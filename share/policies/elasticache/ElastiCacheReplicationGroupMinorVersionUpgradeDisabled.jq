module {
  "Title": "Replication group is not upgraded to new minor versions",
  "ResourceType": "AWS::ElastiCache::ReplicationGroup",
  "Severity": 75,
  "Category": "maintenance",
  "Reads": [".Configuration.AutoMinorVersionUpgrade"],
  "Remediation": "Run aws elasticache modify-replication-group --replication-group-id NAME --auto-minor-version-upgrade. It counts for Valkey and for Redis OSS 6.0 and newer.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagementConsiderations.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.AutoMinorVersionUpgrade
   | flag("AutoMinorVersionUpgrade") | select(. != true)
  | {Message: "minor versions are not applied by themselves", Evidence: {AutoMinorVersionUpgrade: .}};
