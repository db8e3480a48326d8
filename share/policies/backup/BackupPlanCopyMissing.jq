module {
  "Title": "Backup plan keeps backups in their own region and account only",
  "ResourceType": "AWS::Backup::BackupPlan",
  "Severity": 25,
  "Category": "availability",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.BackupPlan.Rules[].CopyActions", "As": "shape"}],
  "Remediation": "Add CopyActions with a vault of another region or account to a rule, where the loss of either must be survived: aws backup get-backup-plan --backup-plan-id ID, then aws backup update-backup-plan --backup-plan-id ID --backup-plan file://plan.json.",
  "Source": [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CopyAction.html"
  ]
};
include "check";

def violation:
  .Configuration.BackupPlan | object("BackupPlan") | given("BackupPlan") | .Rules | items("Rules")
  | select(all(.[]; .CopyActions | items("CopyActions") | . == []))
  | {Message: "no rule copies backups elsewhere", Evidence: {Rules: length}};
