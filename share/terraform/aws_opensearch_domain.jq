module {
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Service": "es",
  "Declared": ["access_policies"],
  "Name": "domain_name",
  "Computed": ["engine_version"]
};
include "known";

def arn: arn_or("arn:\(.Partition):es:\(.Region):\(.Account):domain/\(.domain_name)");

def log_options:
  each(.) | known(map({key: .log_type, value: {CloudWatchLogsLogGroupArn: .cloudwatch_log_group_arn, Enabled: .enabled}})
    | if any(.[]; .key | unknown) then first(.[].key | select(unknown)) else from_entries end);

def configuration: {
  DomainName: .domain_name,
  ARN: arn,
  EngineVersion: .engine_version,
  ClusterConfig: (.cluster_config | block({
    InstanceType: .instance_type, InstanceCount: .instance_count, ZoneAwarenessEnabled: .zone_awareness_enabled,
    DedicatedMasterEnabled: .dedicated_master_enabled, DedicatedMasterCount: .dedicated_master_count,
    DedicatedMasterType: (.dedicated_master_type | or_null)
  })),
  EBSOptions: (.ebs_options | block({EBSEnabled: .ebs_enabled, VolumeSize: .volume_size})),
  EncryptionAtRestOptions: (.encrypt_at_rest | block({Enabled: .enabled, KmsKeyId: (.kms_key_id | or_null)})),
  NodeToNodeEncryptionOptions: (.node_to_node_encryption | block({Enabled: .enabled})),
  DomainEndpointOptions: (.domain_endpoint_options | block({
    EnforceHTTPS: .enforce_https, TLSSecurityPolicy: (.tls_security_policy | or_null)
  })),
  AdvancedSecurityOptions: (.advanced_security_options | block({
    Enabled: .enabled, InternalUserDatabaseEnabled: .internal_user_database_enabled
  })),
  VPCOptions: (.vpc_options | block({VPCId: .vpc_id, SubnetIds: .subnet_ids, SecurityGroupIds: (.security_group_ids | each(.))})),
  LogPublishingOptions: (.log_publishing_options | log_options),
  AccessPolicies: (.access_policies | or_null),
  ServiceSoftwareOptions: elsewhere,
  Tags: tags
};
