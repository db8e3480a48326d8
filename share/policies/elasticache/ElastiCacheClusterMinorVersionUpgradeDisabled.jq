module {
  "Title": "Cache cluster is not upgraded to new minor versions",
  "ResourceType": "AWS::ElastiCache::CacheCluster",
  "Severity": 75,
  "Category": "maintenance",
  "Reads": [
    ".Configuration.Engine",
    {"Path": ".Configuration.ReplicationGroupId", "As": "shape"},
    ".Configuration.AutoMinorVersionUpgrade"
  ],
  "Remediation": "Run aws elasticache modify-cache-cluster --cache-cluster-id NAME --auto-minor-version-upgrade.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagementConsiderations.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.ReplicationGroupId == null)
  | select(.Engine | text("Engine") | given("Engine") | . != "memcached")
  | .AutoMinorVersionUpgrade | flag("AutoMinorVersionUpgrade") | select(. != true)
  | {Message: "minor versions are not applied by themselves", Evidence: {AutoMinorVersionUpgrade: .}};
