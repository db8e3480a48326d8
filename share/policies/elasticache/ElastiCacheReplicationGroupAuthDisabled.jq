module {
  "Title": "Replication group asks nobody for a password",
  "ResourceType": "AWS::ElastiCache::ReplicationGroup",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.AuthTokenEnabled", {"Path": ".Configuration.UserGroupIds", "As": "shape"}],
  "Remediation": "With TLS on, give it a token (aws elasticache modify-replication-group --replication-group-id NAME --auth-token TOKEN --auth-token-update-strategy SET --apply-immediately), or from Redis OSS 6 on and with Valkey users of its own (aws elasticache modify-replication-group --replication-group-id NAME --user-group-ids-to-add GROUP).",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html",
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | (.UserGroupIds | items("UserGroupIds")) as $groups
  | .AuthTokenEnabled | flag("AuthTokenEnabled") | select(. != true and $groups == [])
  | {Message: "neither a token nor users", Evidence: {AuthTokenEnabled: ., UserGroupIds: $groups}};
