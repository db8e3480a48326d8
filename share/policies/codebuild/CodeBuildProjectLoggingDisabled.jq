module {
  "Title": "CodeBuild project logs no builds",
  "ResourceType": "AWS::CodeBuild::Project",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.logsConfig.cloudWatchLogs.status", ".Configuration.logsConfig.s3Logs.status"],
  "Remediation": "aws codebuild update-project --name NAME --logs-config cloudWatchLogs={status=ENABLED}",
  "Source": [
    "https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.logsConfig | object("logsConfig")
  | {cloudWatchLogs: (.cloudWatchLogs | object("cloudWatchLogs") | .status | text("cloudWatchLogs.status")),
     s3Logs: (.s3Logs | object("s3Logs") | .status | text("s3Logs.status"))}
  | select(any(.[]; . == "ENABLED") | not)
  | {Message: "builds are logged neither to CloudWatch Logs nor to S3", Evidence: .};
