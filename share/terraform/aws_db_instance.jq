module {
  "ResourceType": "AWS::RDS::DBInstance",
  "Service": "rds",
  "TakesFrom": [
    {"Type": "aws_db_subnet_group", "By": "db_subnet_group_name", "Is": ["name", "id"], "As": "subnet_groups"},
    {"Type": "aws_db_parameter_group", "By": "parameter_group_name", "Is": ["name", "id"], "As": "parameter_groups"}
  ],
  "Live": ["Region"],
  "Name": "identifier",
  "Written": ["deletion_protection"],
  "Computed": ["address", "endpoint", "port", "resource_id", "engine", "engine_version", "username"]
};
include "known";

def arn: arn_or("arn:\(.Partition):rds:\(.Region):\(.Account):db:\(first_of(.identifier, .id))");

def configuration: {
  DBInstanceIdentifier: first_of(.identifier, .id),
  DBInstanceArn: arn,
  DBInstanceClass: .instance_class,
  Engine: .engine,
  EngineVersion: first_of(.engine_version_actual, .engine_version),
  DBInstanceStatus: .status,
  MasterUsername: .username,
  DBName: (.db_name | or_null),
  Endpoint: {Address: .address, Port: .port},
  AllocatedStorage: .allocated_storage,
  StorageType: .storage_type,
  Iops: .iops,
  PubliclyAccessible: .publicly_accessible,
  StorageEncrypted: .storage_encrypted,
  KmsKeyId: (.kms_key_id | or_null),
  MultiAZ: .multi_az,
  AvailabilityZone: (.availability_zone | or_null),
  BackupRetentionPeriod: .backup_retention_period,
  CopyTagsToSnapshot: .copy_tags_to_snapshot,
  DeletionProtection: .deletion_protection,
  AutoMinorVersionUpgrade: .auto_minor_version_upgrade,
  IAMDatabaseAuthenticationEnabled: .iam_database_authentication_enabled,
  PerformanceInsightsEnabled: .performance_insights_enabled,
  MonitoringInterval: .monitoring_interval,
  EnabledCloudwatchLogsExports: (.enabled_cloudwatch_logs_exports | each(.)),
  CACertificateIdentifier: .ca_cert_identifier,
  DBParameterGroups: (.parameter_group_name | given([{DBParameterGroupName: .}])),
  VpcSecurityGroups: (.vpc_security_group_ids | each({VpcSecurityGroupId: .})),
  DBSubnetGroup: (.db_subnet_group_name | or_null | given({DBSubnetGroupName: .})),
  PerformanceInsightsKMSKeyId: (.performance_insights_kms_key_id | or_null),
  EngineLifecycleSupport: .engine_lifecycle_support,
  ReadReplicaSourceDBInstanceIdentifier: (.replicate_source_db | or_null),
  ReadReplicaSourceDBClusterIdentifier: null,
  DBClusterIdentifier: null,
  CertificateDetails: elsewhere,
  DBInstanceAutomatedBackupsReplications: elsewhere,
  ProtectedResources: elsewhere,
  TagList: tags
};
