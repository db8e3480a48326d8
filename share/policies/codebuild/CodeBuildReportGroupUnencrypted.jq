module {
  "Title": "CodeBuild report group exports without encryption",
  "ResourceType": "AWS::CodeBuild::ReportGroup",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.exportConfig.s3Destination.encryptionDisabled"],
  "Remediation": "aws codebuild update-report-group --arn ARN --export-config file://export.json with encryptionDisabled false in s3Destination",
  "Source": [
    "https://docs.aws.amazon.com/codebuild/latest/userguide/test-report-group-create-cli.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.exportConfig.s3Destination.encryptionDisabled
  | flag("exportConfig.s3Destination.encryptionDisabled") | select(. == true)
  | {Message: "exports to S3 are not encrypted", Evidence: {encryptionDisabled: .}};
