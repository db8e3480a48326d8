module {
  "Title": "Backup plan saves nothing",
  "ResourceType": "AWS::Backup::BackupPlan",
  "Severity": 25,
  "Category": "data_protection",
  "Reads": [{"Path": ".Configuration.BackupSelections", "As": "shape"}],
  "Remediation": "Say what it is to save (aws backup create-backup-selection --backup-plan-id ID --backup-selection '{\"SelectionName\": \"NAME\", \"IamRoleArn\": \"ROLE\", \"Resources\": [\"*\"]}'), or delete it: aws backup delete-backup-plan --backup-plan-id ID.",
  "Source": [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListBackupSelections.html"
  ]
};
include "check";

def violation:
  .Configuration.BackupSelections | items("BackupSelections") | select(. == [])
  | {Message: "no resources are assigned to it", Evidence: {BackupSelections: .}};
