# Neptune clusters are among those of RDS: Engine tells.
module {
  "ResourceType": "AWS::RDS::DBCluster",
  "Service": "rds",
  "Computed": ["cluster_members", "cluster_resource_id", "endpoint", "reader_endpoint", "hosted_zone_id", "engine_version"]
};
include "known";

def arn: arn_or("arn:\(.Partition):rds:\(.Region):\(.Account):cluster:\(first_of(.cluster_identifier, .id))");

def configuration: {
  DBClusterIdentifier: first_of(.cluster_identifier, .id),
  DBClusterArn: arn,
  Engine: first_of(.engine, "neptune"),
  EngineVersion: .engine_version,
  MasterUsername: null,
  Port: .port,
  AvailabilityZones: .availability_zones,
  BackupRetentionPeriod: .backup_retention_period,
  PreferredBackupWindow: .preferred_backup_window,
  StorageEncrypted: .storage_encrypted,
  KmsKeyId: (.kms_key_arn | or_null),
  DeletionProtection: .deletion_protection,
  CopyTagsToSnapshot: .copy_tags_to_snapshot,
  IAMDatabaseAuthenticationEnabled: .iam_database_authentication_enabled,
  EnabledCloudwatchLogsExports: (.enable_cloudwatch_logs_exports | each(.)),
  DBClusterParameterGroup: (.neptune_cluster_parameter_group_name | or_null),
  DBSubnetGroup: (.neptune_subnet_group_name | or_null),
  VpcSecurityGroups: (.vpc_security_group_ids | each({VpcSecurityGroupId: .})),
  DBClusterMembers: elsewhere,
  MultiAZ: elsewhere,
  EngineMode: "provisioned",
  GlobalClusterIdentifier: (.global_cluster_identifier | or_null),
  BacktrackWindow: null,
  AutoMinorVersionUpgrade: elsewhere,
  EngineLifecycleSupport: null,
  ServerlessV2ScalingConfiguration: (.serverless_v2_scaling_configuration
    | block({MinCapacity: .min_capacity, MaxCapacity: .max_capacity})),
  ProtectedResources: elsewhere,
  TagList: tags
};
