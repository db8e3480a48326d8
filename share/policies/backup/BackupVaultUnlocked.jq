module {
  "Title": "Backup vault's backups can be deleted before their time",
  "ResourceType": "AWS::Backup::BackupVault",
  "Severity": 25,
  "Category": "data_protection",
  "OnRequest": true,
  "Reads": [".Configuration.Locked"],
  "Remediation": "Run aws backup put-backup-vault-lock-configuration --backup-vault-name NAME --min-retention-days 7. With --changeable-for-days nobody, not even AWS, can take it away after that.",
  "Source": [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupVaultListMember.html"
  ]
};
include "check";

def violation:
  .Configuration.Locked
   | flag("Locked") | select(. != true)
  | {Message: "the vault is not locked", Evidence: {Locked: .}};
