# The values of environment variables are often secrets: records carry their names alone.
module {
  "ResourceType": "AWS::Lambda::Function",
  "Service": "lambda",
  "Name": "function_name",
  "Computed": ["last_modified", "source_code_size", "version"]
};
include "known";

def arn: arn_or("arn:\(.Partition):lambda:\(.Region):\(.Account):function:\(.function_name)");

def configuration: {
  FunctionName: .function_name,
  FunctionArn: arn,
  Runtime: (.runtime | or_null),
  Role: .role,
  Handler: (.handler | or_null),
  CodeSize: .source_code_size,
  Description: .description,
  Timeout: .timeout,
  MemorySize: .memory_size,
  LastModified: .last_modified,
  VpcConfig: (.vpc_config | block({SubnetIds: .subnet_ids, SecurityGroupIds: .security_group_ids})),
  DeadLetterConfig: (.dead_letter_config | block({TargetArn: .target_arn})),
  Environment: (.environment | block({Variables: (.variables | given(map_values("(redacted)")))})),
  KMSKeyArn: (.kms_key_arn | or_null),
  TracingConfig: (.tracing_config | block({Mode: .mode})),
  Layers: (.layers | each({Arn: .})),
  PackageType: .package_type,
  Architectures: .architectures,
  EphemeralStorage: (.ephemeral_storage | block({Size: .size})),
  CodeSigningConfigArn: (.code_signing_config_arn | or_null),
  ReservedConcurrentExecutions: (.reserved_concurrent_executions | known(if . == null or . < 0 then null else . end)),
  FunctionUrlConfig: elsewhere,
  Subnets: elsewhere,
  Policy: elsewhere,
  Tags: (tags | known(from_entries))
};
