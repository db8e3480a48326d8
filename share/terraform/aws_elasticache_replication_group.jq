module {
  "ResourceType": "AWS::ElastiCache::ReplicationGroup",
  "Service": "elasticache",
  "Name": "replication_group_id"
};
include "known";

def arn: arn_or("arn:\(.Partition):elasticache:\(.Region):\(.Account):replicationgroup:\(.replication_group_id)");

def configuration: {
  ReplicationGroupId: .replication_group_id,
  ARN: arn,
  Description: .description,
  Status: elsewhere,
  Engine: .engine,
  CacheNodeType: .node_type,
  AutomaticFailover: (.automatic_failover_enabled | given(if . then "enabled" else "disabled" end)),
  MultiAZ: (.multi_az_enabled | given(if . then "enabled" else "disabled" end)),
  AtRestEncryptionEnabled: (.at_rest_encryption_enabled | boolean),
  TransitEncryptionEnabled: .transit_encryption_enabled,
  TransitEncryptionMode: (.transit_encryption_mode | or_null),
  AuthTokenEnabled: (if (.auth_token | type) == "string" then true else false end),
  UserGroupIds: (.user_group_ids | each(.)),
  KmsKeyId: (.kms_key_id | or_null),
  SnapshotRetentionLimit: .snapshot_retention_limit,
  AutoMinorVersionUpgrade: (.auto_minor_version_upgrade | boolean),
  Tags: tags
};
