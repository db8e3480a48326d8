module {
  "ResourceType": "AWS::EC2::Volume",
  "Service": "ec2"
};
include "known";

def arn: arn_or("arn:\(.Partition):ec2:\(.Region):\(.Account):volume/\(.id)");

def configuration: {
  VolumeId: .id,
  AvailabilityZone: .availability_zone,
  Encrypted: .encrypted,
  KmsKeyId: (.kms_key_id | or_null),
  Size: .size,
  SnapshotId: (.snapshot_id | or_null),
  VolumeType: .type,
  Iops: (.iops | above_zero),
  MultiAttachEnabled: .multi_attach_enabled,
  State: elsewhere,
  Tags: tags
};
