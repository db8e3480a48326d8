module {
  "Title": "CloudTrail trail's log files can be changed unseen",
  "ResourceType": "AWS::CloudTrail::Trail",
  "Severity": 25,
  "Category": "logging",
  "Reads": [".Configuration.LogFileValidationEnabled"],
  "Remediation": "Turn validation on, by which a changed or missing file shows: aws cloudtrail update-trail --name NAME --enable-log-file-validation. Check files with aws cloudtrail validate-logs.",
  "Source": [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.LogFileValidationEnabled
  | flag("LogFileValidationEnabled")
  | select(. != true)
  | {Message: "log file validation is off", Evidence: {LogFileValidationEnabled: .}};
