module {
  "Title": "DataSync task logs nothing of what it transfers",
  "ResourceType": "AWS::DataSync::Task",
  "Severity": 50,
  "Category": "logging",
  "Reads": [{"Path": ".Configuration.CloudWatchLogGroupArn", "As": "carried"}, ".Configuration.Options.LogLevel"],
  "Remediation": "aws datasync update-task --task-arn ARN --cloud-watch-log-group-arn LOG-GROUP-ARN --options LogLevel=BASIC",
  "Source": [
    "https://docs.aws.amazon.com/datasync/latest/userguide/configure-logging.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/datasync-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | (.CloudWatchLogGroupArn | text("CloudWatchLogGroupArn")) as $group
  | (.Options | object("Options") | .LogLevel | text("LogLevel")) as $level
  | select($group == null or $group == "" or $level == "OFF")
  | {
      Message: (if $level == "OFF" then "its level is OFF" else "it has no log group" end),
      Evidence: {CloudWatchLogGroupArn: $group, LogLevel: $level}
    };
