module {
  "Title": "CloudTrail trail is not sent to CloudWatch Logs",
  "ResourceType": "AWS::CloudTrail::Trail",
  "Severity": 25,
  "Category": "monitoring",
  "Reads": [{"Path": ".Configuration.CloudWatchLogsLogGroupArn", "As": "shape"}],
  "Remediation": "Send the events to a log group, where filters and alarms can watch them: aws cloudtrail update-trail --name NAME --cloud-watch-logs-log-group-arn ARN --cloud-watch-logs-role-arn ROLE.",
  "Source": [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.CloudWatchLogsLogGroupArn
  | text("CloudWatchLogsLogGroupArn")
  | select(. == null or . == "")
  | {Message: "no log group takes the events", Evidence: {CloudWatchLogsLogGroupArn: .}};
