# Elasticsearch domains are among those of OpenSearch: EngineVersion tells.
module {
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Service": "es",
  "Computed": ["domain_id", "endpoint", "kibana_endpoint"]
};
include "known";

def arn: arn_or("arn:\(.Partition):es:\(.Region):\(.Account):domain/\(.domain_name)");

# A list in Terraform, by kind of log in the API.
def logs:
  each({key: .log_type, value: {CloudWatchLogsLogGroupArn: .cloudwatch_log_group_arn, Enabled: .enabled}})
  | if unknown or any(.[]; unknown or (.key | unknown)) then first(select(unknown), (.[] | if unknown then . else .key end | select(unknown)))
    else from_entries end;

def configuration: {
  DomainName: .domain_name,
  ARN: arn,
  EngineVersion: (.elasticsearch_version | given("Elasticsearch_" + .)),
  ClusterConfig: (.cluster_config | block({
    InstanceType: .instance_type, InstanceCount: .instance_count, DedicatedMasterEnabled: .dedicated_master_enabled,
    DedicatedMasterType: (.dedicated_master_type | or_null), DedicatedMasterCount: (.dedicated_master_count | above_zero),
    ZoneAwarenessEnabled: .zone_awareness_enabled,
    ZoneAwarenessConfig: (.zone_awareness_config | block({AvailabilityZoneCount: .availability_zone_count}))
  })),
  EBSOptions: (.ebs_options | block({EBSEnabled: .ebs_enabled, VolumeType: .volume_type, VolumeSize: .volume_size})),
  AccessPolicies: (.access_policies | or_null),
  VPCOptions: (.vpc_options | block({SubnetIds: .subnet_ids, SecurityGroupIds: .security_group_ids})),
  EncryptionAtRestOptions: (.encrypt_at_rest | block({Enabled: .enabled, KmsKeyId: (.kms_key_id | or_null)})),
  NodeToNodeEncryptionOptions: (.node_to_node_encryption | block({Enabled: .enabled})),
  LogPublishingOptions: (.log_publishing_options | logs),
  DomainEndpointOptions: (.domain_endpoint_options | block({
    EnforceHTTPS: .enforce_https, TLSSecurityPolicy: .tls_security_policy
  })),
  AdvancedSecurityOptions: (.advanced_security_options | block({
    Enabled: .enabled, InternalUserDatabaseEnabled: .internal_user_database_enabled
  })),
  CognitoOptions: (.cognito_options | block({Enabled: .enabled})),
  ServiceSoftwareOptions: elsewhere,
  Tags: tags
};
