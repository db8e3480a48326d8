module {
  "Title": "CloudWatch alarm tells nobody, because its actions are turned off",
  "ResourceType": ["AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"],
  "Severity": 50,
  "Category": "monitoring",
  "Reads": [".Configuration.ActionsEnabled"],
  "Remediation": "Turn its actions on again: aws cloudwatch enable-alarm-actions --alarm-names NAME",
  "Source": [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.ActionsEnabled | flag("ActionsEnabled") | select(. == false)
  | {Message: "its actions are turned off", Evidence: {ActionsEnabled: .}};
