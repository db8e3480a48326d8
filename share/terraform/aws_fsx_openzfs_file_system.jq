module {
  "ResourceType": "AWS::FSx::FileSystem",
  "Service": "fsx",
  "Computed": ["dns_name", "network_interface_ids", "owner_id", "vpc_id"]
};
include "known";

def arn: arn_or("arn:\(.Partition):fsx:\(.Region):\(.Account):file-system/\(.id)");

def configuration: {
  FileSystemId: .id,
  ResourceARN: arn,
  FileSystemType: "OPENZFS",
  StorageCapacity: .storage_capacity,
  KmsKeyId: (.kms_key_id | or_null),
  SubnetIds: .subnet_ids,
  OpenZFSConfiguration: {
    DeploymentType: .deployment_type, AutomaticBackupRetentionDays: .automatic_backup_retention_days,
    CopyTagsToBackups: .copy_tags_to_backups,
    CopyTagsToVolumes: .copy_tags_to_volumes
  },
  Tags: tags
};
