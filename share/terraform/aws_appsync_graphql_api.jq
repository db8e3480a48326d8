module {
  "ResourceType": "AWS::AppSync::GraphQLApi",
  "Service": "appsync",
  "Computed": ["uris"]
};
include "known";

def arn: arn_or("arn:\(.Partition):appsync:\(.Region):\(.Account):apis/\(.id)");

def configuration: {
  name: .name,
  apiId: .id,
  arn: arn,
  authenticationType: .authentication_type,
  additionalAuthenticationProviders: (.additional_authentication_provider | each({authenticationType: .authentication_type})),
  logConfig: (.log_config | block({
    fieldLogLevel: .field_log_level, cloudWatchLogsRoleArn: .cloudwatch_logs_role_arn,
    excludeVerboseContent: .exclude_verbose_content
  })),
  xrayEnabled: .xray_enabled,
  visibility: .visibility,
  introspectionConfig: .introspection_config,
  wafWebAclArn: null,
  apiCache: null,
  tags: (tags | known(from_entries))
};
