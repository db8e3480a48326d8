# DocumentDB clusters are among those of RDS: Engine tells.
module {
  "ResourceType": "AWS::RDS::DBCluster",
  "Service": "rds",
  "Computed": ["cluster_resource_id", "endpoint", "reader_endpoint", "hosted_zone_id", "engine_version"]
};
include "known";

def arn: arn_or("arn:\(.Partition):rds:\(.Region):\(.Account):cluster:\(first_of(.cluster_identifier, .id))");

def configuration: {
  DBClusterIdentifier: first_of(.cluster_identifier, .id),
  DBClusterArn: arn,
  Engine: first_of(.engine, "docdb"),
  EngineVersion: .engine_version,
  MasterUsername: (.master_username | or_null),
  Port: .port,
  AvailabilityZones: .availability_zones,
  BackupRetentionPeriod: .backup_retention_period,
  PreferredBackupWindow: .preferred_backup_window,
  StorageEncrypted: .storage_encrypted,
  KmsKeyId: (.kms_key_id | or_null),
  DeletionProtection: .deletion_protection,
  CopyTagsToSnapshot: elsewhere,
  IAMDatabaseAuthenticationEnabled: elsewhere,
  EnabledCloudwatchLogsExports: (.enabled_cloudwatch_logs_exports | each(.)),
  DBClusterParameterGroup: (.db_cluster_parameter_group_name | or_null),
  DBSubnetGroup: (.db_subnet_group_name | or_null),
  VpcSecurityGroups: (.vpc_security_group_ids | each({VpcSecurityGroupId: .})),
  DBClusterMembers: elsewhere,
  MultiAZ: elsewhere,
  EngineMode: "provisioned",
  GlobalClusterIdentifier: (.global_cluster_identifier | or_null),
  BacktrackWindow: null,
  AutoMinorVersionUpgrade: elsewhere,
  EngineLifecycleSupport: null,
  ServerlessV2ScalingConfiguration: null,
  ProtectedResources: elsewhere,
  TagList: tags
};
