# The newest version alone is known: the default one too, until there is another.  What is "true" in Terraform is true.
module {
  "ResourceType": "AWS::EC2::LaunchTemplate",
  "Service": "ec2",
  "Computed": ["latest_version"],
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):ec2:\(.Region):\(.Account):launch-template/\(.id)");

def without_null: with_entries(select(.value != null));

def data: {
  ImageId: (.image_id | or_null),
  InstanceType: (.instance_type | or_null),
  SecurityGroupIds: (.vpc_security_group_ids | each(.)),
  EbsOptimized: (.ebs_optimized | or_null | boolean),
  IamInstanceProfile: (.iam_instance_profile | block({Arn: (.arn | or_null), Name: (.name | or_null)} | without_null)),
  Monitoring: (.monitoring | block({Enabled: .enabled})),
  MetadataOptions: (.metadata_options | block({
    HttpEndpoint: (.http_endpoint | or_null), HttpTokens: (.http_tokens | or_null),
    HttpPutResponseHopLimit: (.http_put_response_hop_limit | above_zero)
  } | without_null)),
  NetworkInterfaces: (.network_interfaces | each({
    DeviceIndex: .device_index, AssociatePublicIpAddress: (.associate_public_ip_address | or_null | boolean),
    SubnetId: (.subnet_id | or_null), Groups: (.security_groups | each(.))
  } | without_null)),
  BlockDeviceMappings: (.block_device_mappings | each({
    DeviceName: .device_name,
    Ebs: (.ebs | block({
      Encrypted: (.encrypted | or_null | boolean), KmsKeyId: (.kms_key_id | or_null), VolumeSize: .volume_size,
      VolumeType: (.volume_type | or_null), SnapshotId: (.snapshot_id | or_null)
    } | without_null))
  } | without_null)),
  UserData: (.user_data | or_null | given("(redacted)"))
} | without_null;

def configuration: {
  LaunchTemplateId: .id,
  LaunchTemplateName: first_of(.name, .id),
  LatestVersionNumber: .latest_version,
  DefaultVersionNumber: .default_version,
  LaunchTemplateVersions: [
    (if .Action == "create" then {VersionNumber: 1, DefaultVersion: true}
      else {VersionNumber: .latest_version, DefaultVersion: elsewhere} end) + {LaunchTemplateData: data}
  ],
  Tags: tags
};
