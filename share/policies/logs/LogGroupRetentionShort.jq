module {
  "Title": "CloudWatch log group keeps its events too briefly",
  "ResourceType": "AWS::Logs::LogGroup",
  "Severity": 50,
  "Category": "logging",
  "OnRequest": true,
  "Reads": [".Configuration.retentionInDays", ".Configuration.logGroupClass"],
  "Parameters": {"MinDays": 365},
  "Remediation": "aws logs put-retention-policy --log-group-name NAME --retention-in-days 365, or export what must be kept longer",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | select(.logGroupClass | text("logGroupClass") != "DELIVERY")
  | .retentionInDays | number("retentionInDays") | select(. != null and . < $parameters.MinDays)
  | {Message: "events are kept for \(.) days", Evidence: {retentionInDays: .}};
