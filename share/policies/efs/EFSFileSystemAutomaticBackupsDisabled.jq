module {
  "Title": "EFS file system has no automatic backups",
  "ResourceType": "AWS::EFS::FileSystem",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [".Configuration.BackupPolicy.Status"],
  "Remediation": "Run aws efs put-backup-policy --file-system-id ID --backup-policy Status=ENABLED. AWS Backup then saves it daily and keeps it for 35 days.",
  "Source": [
    "https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.BackupPolicy | object("BackupPolicy")
  | .Status | text("Status") | select(. == null or (IN("ENABLED", "ENABLING") | not))
  | {Message: "automatic backups are off", Evidence: {Status: .}};
