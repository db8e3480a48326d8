# Which zones its instances are in, an Aurora cluster's block does not tell.
module {
  "ResourceType": "AWS::RDS::DBCluster",
  "Service": "rds",
  "Computed": ["endpoint", "port", "cluster_resource_id", "engine_version"],
  "TakesFrom": [
    {"Type": "aws_db_subnet_group", "By": "db_subnet_group_name", "Is": ["name", "id"], "As": "subnet_groups"},
    {
      "Type": "aws_rds_cluster_parameter_group", "By": "db_cluster_parameter_group_name", "Is": ["name", "id"],
      "As": "parameter_groups"
    }
  ],
  "Live": ["Region"],
  "Name": "cluster_identifier",
  "Written": ["deletion_protection"]
};
include "known";

def arn: arn_or("arn:\(.Partition):rds:\(.Region):\(.Account):cluster:\(first_of(.cluster_identifier, .id))");

def configuration: {
  DBClusterIdentifier: first_of(.cluster_identifier, .id),
  DBClusterArn: arn,
  DbClusterResourceId: .cluster_resource_id,
  GlobalClusterIdentifier: (.global_cluster_identifier | or_null),
  Engine: .engine,
  EngineMode: .engine_mode,
  EngineVersion: first_of(.engine_version_actual, .engine_version),
  EngineLifecycleSupport: .engine_lifecycle_support,
  DatabaseName: (.database_name | or_null),
  MasterUsername: .master_username,
  Port: .port,
  Endpoint: .endpoint,
  Status: elsewhere,
  MultiAZ: elsewhere,
  AutoMinorVersionUpgrade: elsewhere,
  AvailabilityZones: .availability_zones,
  BackupRetentionPeriod: .backup_retention_period,
  BacktrackWindow: (.backtrack_window | above_zero),
  StorageEncrypted: .storage_encrypted,
  KmsKeyId: (.kms_key_id | or_null),
  CopyTagsToSnapshot: .copy_tags_to_snapshot,
  DeletionProtection: .deletion_protection,
  IAMDatabaseAuthenticationEnabled: .iam_database_authentication_enabled,
  EnabledCloudwatchLogsExports: (.enabled_cloudwatch_logs_exports | each(.)),
  DBClusterParameterGroup: .db_cluster_parameter_group_name,
  DBSubnetGroup: (.db_subnet_group_name | or_null),
  VpcSecurityGroups: (.vpc_security_group_ids | each({VpcSecurityGroupId: .})),
  ServerlessV2ScalingConfiguration: (.serverlessv2_scaling_configuration
    | block({MinCapacity: .min_capacity, MaxCapacity: .max_capacity})),
  ProtectedResources: elsewhere,
  TagList: tags
};
