module {
  "Title": "CloudWatch log group keeps its events for ever",
  "ResourceType": "AWS::Logs::LogGroup",
  "Severity": 40,
  "Category": "cost",
  "Reads": [".Configuration.retentionInDays", ".Configuration.logGroupClass"],
  "Remediation": "aws logs put-retention-policy --log-group-name NAME --retention-in-days 365",
  "Source": ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html"]
};
include "check";

def violation:
  .Configuration
  | select(.logGroupClass | text("logGroupClass") != "DELIVERY")
  | .retentionInDays | number("retentionInDays") | select(. == null)
  | {Message: "no retention is set: events are kept for ever", Evidence: {retentionInDays: .}};
