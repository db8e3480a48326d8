module {
  "Title": "SSM documents of the region may be shared with everybody",
  "ResourceType": "AWS::SSM::ServiceSetting",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.DocumentPublicSharing.SettingValue"],
  "Remediation": "aws ssm update-service-setting --setting-id /ssm/documents/console/public-sharing-permission --setting-value Disable",
  "Source": [
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.DocumentPublicSharing.SettingValue | text("DocumentPublicSharing.SettingValue")
  | select(. != "Disable")
  | {Message: "public sharing is \(. // "not blocked")", Evidence: {SettingValue: .}};
