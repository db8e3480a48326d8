module {
  "ResourceType": "AWS::SageMaker::Model",
  "Service": "sagemaker"
};
include "known";

def arn: arn_or("arn:\(.Partition):sagemaker:\(.Region):\(.Account):model/\(.name)");

def configuration: {
  ModelName: .name,
  ModelArn: arn,
  ExecutionRoleArn: .execution_role_arn,
  VpcConfig: (.vpc_config | block({SecurityGroupIds: .security_group_ids, Subnets: .subnets})),
  EnableNetworkIsolation: .enable_network_isolation,
  Tags: tags
};
