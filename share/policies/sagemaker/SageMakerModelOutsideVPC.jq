module {
  "Title": "SageMaker model runs in no VPC of yours",
  "ResourceType": "AWS::SageMaker::Model",
  "Severity": 40,
  "Category": "network_security",
  "Reads": [{"Path": ".Configuration.VpcConfig.Subnets", "As": "shape"}],
  "Remediation": "A model cannot be changed: make it anew with aws sagemaker create-model --model-name NAME --execution-role-arn ROLE --primary-container file://container.json --vpc-config Subnets=SUBNET,SecurityGroupIds=GROUP",
  "Source": ["https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html"]
};
include "check";

def violation:
  .Configuration.VpcConfig | object("VpcConfig") | .Subnets | items("VpcConfig.Subnets") | select(. == [])
  | {Message: "it names no subnet", Evidence: {Subnets: []}};
