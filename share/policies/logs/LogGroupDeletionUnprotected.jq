module {
  "Title": "CloudWatch log group can be deleted by one call",
  "ResourceType": "AWS::Logs::LogGroup",
  "Severity": 25,
  "Category": "data_protection",
  "OnRequest": true,
  "Reads": [".Configuration.deletionProtectionEnabled"],
  "Remediation": "aws logs put-log-group-deletion-protection --log-group-identifier NAME --deletion-protection-enabled",
  "Source": ["https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html"]
};
include "check";

def violation:
  .Configuration.deletionProtectionEnabled | flag("deletionProtectionEnabled") | select(. != true)
  | {Message: "deletion protection is off", Evidence: {deletionProtectionEnabled: .}};
