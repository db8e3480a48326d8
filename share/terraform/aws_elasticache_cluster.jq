module {
  "ResourceType": "AWS::ElastiCache::CacheCluster",
  "Service": "elasticache",
  "Computed": ["cache_nodes", "cluster_address", "configuration_endpoint", "port", "engine_version"]
};
include "known";

def arn: arn_or("arn:\(.Partition):elasticache:\(.Region):\(.Account):cluster:\(.cluster_id)");

def configuration: {
  CacheClusterId: .cluster_id,
  ARN: arn,
  CacheNodeType: .node_type,
  Engine: .engine,
  EngineVersion: first_of(.engine_version_actual, .engine_version),
  CacheNodes: [{Endpoint: {Port: .port}}],
  ConfigurationEndpoint: {Port: .port},
  NumCacheNodes: .num_cache_nodes,
  AutoMinorVersionUpgrade: (.auto_minor_version_upgrade | boolean),
  CacheSubnetGroupName: (.subnet_group_name | or_null),
  ReplicationGroupId: (.replication_group_id | or_null),
  SnapshotRetentionLimit: .snapshot_retention_limit,
  TransitEncryptionEnabled: .transit_encryption_enabled,
  SecurityGroups: (.security_group_ids | each({SecurityGroupId: .})),
  Tags: tags
};
