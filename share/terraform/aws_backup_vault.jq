module {
  "ResourceType": "AWS::Backup::BackupVault",
  "Service": "backup",
  "Computed": ["recovery_points"]
};
include "known";

def arn: arn_or("arn:\(.Partition):backup:\(.Region):\(.Account):backup-vault:\(.name)");

def configuration: {
  BackupVaultName: .name,
  BackupVaultArn: arn,
  EncryptionKeyArn: (.kms_key_arn | or_null),
  Locked: elsewhere,
  Policy: null,
  Tags: (tags | known(from_entries))
};
