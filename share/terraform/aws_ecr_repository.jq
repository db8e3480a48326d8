module {
  "ResourceType": "AWS::ECR::Repository",
  "Service": "ecr",
  "Computed": ["registry_id", "repository_url"],
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):ecr:\(.Region):\(.Account):repository/\(.name)");

def configuration: {
  repositoryName: .name,
  repositoryArn: arn,
  registryId: first_of(.registry_id, .Account),
  repositoryUri: .repository_url,
  imageTagMutability: .image_tag_mutability,
  imageScanningConfiguration: (.image_scanning_configuration | block({scanOnPush: .scan_on_push})),
  encryptionConfiguration: (.encryption_configuration
    | block({encryptionType: .encryption_type, kmsKey: (.kms_key | or_null)} | with_entries(select(.value != null)))),
  LifecyclePolicy: null,
  Policy: null,
  RegistryScanningConfiguration: null,
  Tags: tags
};
