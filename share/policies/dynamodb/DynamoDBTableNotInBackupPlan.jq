module {
  "Title": "AWS Backup has saved nothing of DynamoDB table",
  "ResourceType": "AWS::DynamoDB::Table",
  "Severity": 50,
  "Category": "data_protection",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.ProtectedResources", "As": "shape"}],
  "Remediation": "Put it into a plan of AWS Backup, by its tags or by its ARN: aws backup create-backup-selection --backup-plan-id PLAN --backup-selection '{\"SelectionName\": \"NAME\", \"IamRoleArn\": \"ROLE\", \"Resources\": [\"ARN\"]}'.",
  "Source": [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.ProtectedResources | items("ProtectedResources") | select(. == [])
  | {Message: "no backup by AWS Backup", Evidence: {ProtectedResources: .}};
