module {
  "ResourceType": "AWS::EC2::Snapshot",
  "Service": "ec2",
  "Computed": ["data_encryption_key_id", "encrypted", "kms_key_id", "owner_id", "volume_size"]
};
include "known";

def arn: arn_or("arn:\(.Partition):ec2:\(.Region)::snapshot/\(.id)");

def configuration: {
  SnapshotId: .id,
  VolumeId: .volume_id,
  Encrypted: .encrypted,
  KmsKeyId: .kms_key_id,
  StartTime: elsewhere,
  Volumes: elsewhere,
  Images: elsewhere,
  StorageTier: .storage_tier,
  CreateVolumePermissions: [],
  Tags: tags
};
