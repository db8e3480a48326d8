module {
  "Title": "Web ACL keeps no logs",
  "ResourceType": "AWS::WAFv2::WebACL",
  "Severity": 25,
  "Category": "logging",
  "Reads": [{"Path": ".Configuration.LoggingConfigurations[].LogDestinationConfigs", "As": "shape"}],
  "Remediation": "Log to a bucket, log group or stream whose name begins with aws-waf-logs-: aws wafv2 put-logging-configuration --logging-configuration ResourceArn=ARN,LogDestinationConfigs=DESTINATION.",
  "Source": [
    "https://docs.aws.amazon.com/waf/latest/APIReference/API_LoggingConfiguration.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-11"
  ]
};
include "check";

def violation:
  .Configuration.LoggingConfigurations
  | items("LoggingConfigurations")
  | select(. == [])
  | {Message: "no logging configuration", Evidence: {LoggingConfigurations: .}};
