# What AWS Backup has saved, vault by vault.  Of some services it is a snapshot, which has its own record by its
# own ARN: here the vault stands before that.
module {
  "ResourceType": "AWS::Backup::RecoveryPoint",
  "Service": "backup",
  "Scope": "regional",
  "Parents": {
    "Operation": "ListBackupVaults", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "BackupVaultList[]", "Permission": "backup:ListBackupVaults"
  },
  "List": {
    "Operation": "ListRecoveryPointsByBackupVault",
    "Parameters": {"BackupVaultName": ".BackupVaultName", "MaxResults": 1000}, "Token": "NextToken",
    "Items": "RecoveryPoints[]", "Permission": "backup:ListRecoveryPointsByBackupVault"
  },
  "Detail": [
    {
      "Operation": "ListTags", "Parameters": {"ResourceArn": ".RecoveryPointArn"}, "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "backup:ListTags"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at):
  if .RecoveryPointArn | split(":")[2] == "backup" then .RecoveryPointArn
  else "\(.BackupVaultArn)/\(.RecoveryPointArn)" end;
