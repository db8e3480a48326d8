module {
  "Title": "AWS Backup has saved nothing of EFS file system",
  "ResourceType": "AWS::EFS::FileSystem",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [{"Path": ".Configuration.ProtectedResources", "As": "shape"}],
  "Remediation": "Turn the automatic backups on (aws efs put-backup-policy --file-system-id ID --backup-policy Status=ENABLED), or put it into a plan: aws backup create-backup-selection --backup-plan-id PLAN --backup-selection '{\"SelectionName\": \"NAME\", \"IamRoleArn\": \"ROLE\", \"Resources\": [\"ARN\"]}'.",
  "Source": [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.ProtectedResources | items("ProtectedResources") | select(. == [])
  | {Message: "no backup by AWS Backup", Evidence: {ProtectedResources: .}};
