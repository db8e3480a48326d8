module {
  "ResourceType": "AWS::SageMaker::EndpointConfig",
  "Service": "sagemaker"
};
include "known";

def arn: arn_or("arn:\(.Partition):sagemaker:\(.Region):\(.Account):endpoint-config/\(.name)");

def variant: {
  VariantName: .variant_name, ModelName: .model_name, InitialInstanceCount: .initial_instance_count,
  InstanceType: (.instance_type | or_null),
  ServerlessConfig: (.serverless_config | block({MemorySizeInMB: .memory_size_in_mb, MaxConcurrency: .max_concurrency}))
} | with_entries(select(.value != null));

def configuration: {
  EndpointConfigName: .name,
  EndpointConfigArn: arn,
  KmsKeyId: (.kms_key_arn | or_null),
  ProductionVariants: (.production_variants | each(variant)),
  Tags: tags
};
