module {
  "Title": "Backup vault has no key",
  "ResourceType": "AWS::Backup::BackupVault",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [{"Path": ".Configuration.EncryptionKeyArn", "As": "shape"}],
  "Remediation": "The key is set when a vault is made: aws backup create-backup-vault --backup-vault-name NEW --encryption-key-arn KEY. Point the plans to it and let the old one run out.",
  "Source": [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupVaultListMember.html"
  ]
};
include "check";

def violation:
  .Configuration.EncryptionKeyArn | text("EncryptionKeyArn") | select(. == null or . == "")
  | {Message: "no key", Evidence: {EncryptionKeyArn: .}};
