module {
  "Title": "SSM Automation does not log what its scripts print",
  "ResourceType": "AWS::SSM::ServiceSetting",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.AutomationLogDestination.SettingValue"],
  "Remediation": "aws ssm update-service-setting --setting-id /ssm/automation/customer-script-log-destination --setting-value CloudWatch",
  "Source": [
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-logging.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.AutomationLogDestination.SettingValue | text("AutomationLogDestination.SettingValue")
  | select(. != "CloudWatch")
  | {Message: "the destination of logs is \(. // "not set")", Evidence: {SettingValue: .}};
