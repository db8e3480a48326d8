# A vault without a policy says ResourceNotFoundException.
# https://docs.aws.amazon.com/aws-backup/latest/devguide/API_GetBackupVaultAccessPolicy.html
module {
  "ResourceType": "AWS::Backup::BackupVault",
  "Service": "backup",
  "Scope": "regional",
  "List": {
    "Operation": "ListBackupVaults", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "BackupVaultList[]", "Permission": "backup:ListBackupVaults"
  },
  "Detail": [
    {
      "Operation": "GetBackupVaultAccessPolicy", "Parameters": {"BackupVaultName": ".BackupVaultName"},
      "From": "Policy", "Into": "Policy", "NotConfigured": ["ResourceNotFoundException"],
      "Permission": "backup:GetBackupVaultAccessPolicy"
    },
    {
      "Operation": "ListTags", "Parameters": {"ResourceArn": ".BackupVaultArn"}, "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "backup:ListTags"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .BackupVaultArn;
