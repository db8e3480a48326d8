module {
  "Title": "Recovery point is not encrypted",
  "ResourceType": "AWS::Backup::RecoveryPoint",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.IsEncrypted"],
  "Remediation": "A backup has the encryption of what it is of, or its vault's. Copy it into an encrypted vault (aws backup start-copy-job --recovery-point-arn ARN --source-backup-vault-name NAME --destination-backup-vault-arn VAULT --iam-role-arn ROLE), delete it (aws backup delete-recovery-point --backup-vault-name NAME --recovery-point-arn ARN), and encrypt what it is of.",
  "Source": [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/backup-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.IsEncrypted
   | flag("IsEncrypted") | select(. != true)
  | {Message: "the backup is not encrypted", Evidence: {IsEncrypted: .}};
