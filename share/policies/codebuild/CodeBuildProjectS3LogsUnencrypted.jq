module {
  "Title": "CodeBuild project writes logs to S3 without encryption",
  "ResourceType": "AWS::CodeBuild::Project",
  "Severity": 25,
  "Category": "encryption",
  "Reads": [".Configuration.logsConfig.s3Logs.status", ".Configuration.logsConfig.s3Logs.encryptionDisabled"],
  "Remediation": "aws codebuild update-project --name NAME --logs-config s3Logs={status=ENABLED,location=BUCKET/PREFIX,encryptionDisabled=false}",
  "Source": [
    "https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.logsConfig | object("logsConfig") | .s3Logs | object("s3Logs")
  | select(.status | text("status") == "ENABLED")
  | .encryptionDisabled | flag("encryptionDisabled") | select(. == true)
  | {Message: "logs in S3 are not encrypted", Evidence: {encryptionDisabled: .}};
