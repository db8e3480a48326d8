module {
  "ResourceType": "AWS::SageMaker::NotebookInstance",
  "Service": "sagemaker",
  "Computed": ["network_interface_id", "url"]
};
include "known";

def arn: arn_or("arn:\(.Partition):sagemaker:\(.Region):\(.Account):notebook-instance/\(.name)");

def configuration: {
  NotebookInstanceArn: arn,
  NotebookInstanceName: .name,
  InstanceType: .instance_type,
  SubnetId: (.subnet_id | or_null),
  SecurityGroups: .security_groups,
  RoleArn: .role_arn,
  KmsKeyId: (.kms_key_id | or_null),
  DirectInternetAccess: .direct_internet_access,
  VolumeSizeInGB: .volume_size,
  RootAccess: .root_access,
  PlatformIdentifier: .platform_identifier,
  InstanceMetadataServiceConfiguration: (.instance_metadata_service_configuration
    | block({MinimumInstanceMetadataServiceVersion: .minimum_instance_metadata_service_version})),
  Tags: tags
};
