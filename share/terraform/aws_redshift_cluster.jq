module {
  "ResourceType": "AWS::Redshift::Cluster",
  "Service": "redshift",
  "Computed": ["endpoint", "port", "master_username"],
  "Declared": ["logging", "snapshot_copy"],
  "Name": "cluster_identifier"
};
include "known";

def arn: arn_or("arn:\(.Partition):redshift:\(.Region):\(.Account):cluster:\(.cluster_identifier)");

def configuration: {
  ClusterIdentifier: .cluster_identifier,
  ClusterStatus: elsewhere,
  NodeType: .node_type,
  NumberOfNodes: .number_of_nodes,
  MasterUsername: (.master_username | or_null),
  DBName: .database_name,
  Encrypted: (.encrypted | boolean),
  KmsKeyId: (.kms_key_id | or_null),
  PubliclyAccessible: .publicly_accessible,
  EnhancedVpcRouting: .enhanced_vpc_routing,
  AllowVersionUpgrade: .allow_version_upgrade,
  AutomatedSnapshotRetentionPeriod: .automated_snapshot_retention_period,
  MultiAZ: (.multi_az | given(if . then "Enabled" else "Disabled" end)),
  ClusterParameterGroups: (.cluster_parameter_group_name | or_null | given([{ParameterGroupName: .}])),
  ClusterSubnetGroupName: (.cluster_subnet_group_name | or_null),
  VpcSecurityGroups: (.vpc_security_group_ids | each({VpcSecurityGroupId: .})),
  Logging: (.logging | block({LoggingEnabled: .enable, BucketName: (.bucket_name | or_null)})
    | if . == null then {LoggingEnabled: false} else . end),
  ClusterSnapshotCopyStatus: (.snapshot_copy
    | block({DestinationRegion: .destination_region, RetentionPeriod: .retention_period})),
  Endpoint: {Address: .endpoint, Port: .port},
  VpcId: elsewhere,
  SecurityGroups: elsewhere,
  Parameters: elsewhere,
  Tags: tags
};
