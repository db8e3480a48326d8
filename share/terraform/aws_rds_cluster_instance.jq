# Whether it is encrypted, and for how long backups are kept, is its cluster's to say.
module {
  "ResourceType": "AWS::RDS::DBInstance",
  "Service": "rds",
  "TakesFrom": [{"Type": "aws_rds_cluster", "By": "cluster_identifier", "Is": ["cluster_identifier", "id"], "As": "clusters"}],
  "Computed": ["endpoint", "port", "dbi_resource_id", "engine_version", "publicly_accessible"],
  "Live": ["Region"],
  "Name": "identifier"
};
include "known";

def arn: arn_or("arn:\(.Partition):rds:\(.Region):\(.Account):db:\(first_of(.identifier, .id))");

# The cluster's word, where the cluster is there, else the instance's own.
def of_cluster($own; f): if (.clusters | length) > 0 then .clusters[-1] | f else $own end;

def configuration: {
  DBInstanceIdentifier: first_of(.identifier, .id),
  DBInstanceArn: arn,
  DBInstanceClass: .instance_class,
  DBClusterIdentifier: .cluster_identifier,
  Engine: .engine,
  EngineVersion: first_of(.engine_version_actual, .engine_version),
  DBInstanceStatus: elsewhere,
  MasterUsername: of_cluster(elsewhere; .master_username),
  Endpoint: {Address: .endpoint, Port: .port},
  PubliclyAccessible: .publicly_accessible,
  StorageEncrypted: of_cluster(.storage_encrypted; .storage_encrypted),
  KmsKeyId: of_cluster(.kms_key_id; .kms_key_id | or_null),
  MultiAZ: false,
  AvailabilityZone: (.availability_zone | or_null),
  BackupRetentionPeriod: of_cluster(elsewhere; .backup_retention_period),
  CopyTagsToSnapshot: .copy_tags_to_snapshot,
  DeletionProtection: of_cluster(elsewhere; .deletion_protection),
  AutoMinorVersionUpgrade: .auto_minor_version_upgrade,
  IAMDatabaseAuthenticationEnabled: of_cluster(elsewhere; .iam_database_authentication_enabled),
  PerformanceInsightsEnabled: .performance_insights_enabled,
  PerformanceInsightsKMSKeyId: (.performance_insights_kms_key_id | or_null),
  MonitoringInterval: .monitoring_interval,
  EnabledCloudwatchLogsExports: of_cluster(elsewhere; .enabled_cloudwatch_logs_exports | each(.)),
  CACertificateIdentifier: .ca_cert_identifier,
  EngineLifecycleSupport: of_cluster(elsewhere; .engine_lifecycle_support),
  ReadReplicaSourceDBInstanceIdentifier: null,
  ReadReplicaSourceDBClusterIdentifier: null,
  DBInstanceAutomatedBackupsReplications: [],
  CertificateDetails: elsewhere,
  DBParameterGroups: (.db_parameter_group_name | given([{DBParameterGroupName: .}])),
  VpcSecurityGroups: of_cluster(elsewhere; .vpc_security_group_ids | each({VpcSecurityGroupId: .})),
  DBSubnetGroup: (.db_subnet_group_name | or_null | given({DBSubnetGroupName: .})),
  ProtectedResources: elsewhere,
  TagList: tags
};
