# Metric alarms under a composite one have no actions of their own, and nothing in them says that they are.
module {
  "Title": "CloudWatch alarm has no action for when it goes off",
  "ResourceType": ["AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"],
  "Severity": 50,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.AlarmActions", "As": "shape"}],
  "Remediation": "aws cloudwatch describe-alarms --alarm-names NAME prints what it has now: give all that to aws cloudwatch put-metric-alarm --alarm-name NAME --alarm-actions TOPIC-ARN. An alarm that only feeds a composite one needs none.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.AlarmActions | items("AlarmActions") | select(. == [])
  | {Message: "nothing happens when it goes off", Evidence: {AlarmActions: []}};
