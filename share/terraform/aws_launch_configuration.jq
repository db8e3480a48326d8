# The root disk has no name here; the API gives it that of the image.  User data is often secret.
module {
  "ResourceType": "AWS::AutoScaling::LaunchConfiguration",
  "Service": "autoscaling"
};
include "known";

def disk($name): {
  DeviceName: $name,
  Ebs: {
    Encrypted: .encrypted, VolumeSize: .volume_size, VolumeType: .volume_type, Iops: .iops,
    DeleteOnTermination: .delete_on_termination
  }
};

# Blocks that are not known leave the whole list so.
def disks:
  .root_block_device as $root
  | .ebs_block_device as $more
  | if ($root | unknown) then $root elif ($more | unknown) then $more
    else ([$root // [] | .[] | known(disk("root"))] + [$more // [] | .[] | known(disk(.device_name))]) end;

def arn:
  arn_or("arn:\(.Partition):autoscaling:\(.Region):\(.Account):launchConfiguration:*:launchConfigurationName/\(.name)");

def configuration: {
  LaunchConfigurationName: first_of(.name, .id),
  LaunchConfigurationARN: arn,
  ImageId: .image_id,
  KeyName: (.key_name | or_null),
  SecurityGroups: (.security_groups | each(.)),
  UserData: first_of(.user_data, .user_data_base64 | or_null | given("(redacted)")),
  InstanceType: .instance_type,
  BlockDeviceMappings: disks,
  InstanceMonitoring: {Enabled: .enable_monitoring},
  IamInstanceProfile: (.iam_instance_profile | or_null),
  EbsOptimized: .ebs_optimized,
  AssociatePublicIpAddress: .associate_public_ip_address,
  MetadataOptions: (.metadata_options | block({
    HttpTokens: .http_tokens, HttpPutResponseHopLimit: .http_put_response_hop_limit, HttpEndpoint: .http_endpoint
  }))
};
