module {
  "Title": "Secrets Manager secret is not rotated",
  "ResourceType": "AWS::SecretsManager::Secret",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [".Configuration.RotationEnabled", {"Path": ".Configuration.DeletedDate", "As": "shape"}],
  "Remediation": "Let it be rotated: aws secretsmanager rotate-secret --secret-id ARN --rotation-lambda-arn FUNCTION --rotation-rules AutomaticallyAfterDays=30. Databases can manage their own master password instead.",
  "Source": [
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.DeletedDate == null)
  | .RotationEnabled
  | flag("RotationEnabled")
  | select(. != true)
  | {Message: "rotation is off", Evidence: {RotationEnabled: .}};
