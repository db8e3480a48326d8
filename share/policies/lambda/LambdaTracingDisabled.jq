module {
  "Title": "Lambda function is not traced",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 25,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [".Configuration.TracingConfig.Mode"],
  "Remediation": "Turn tracing on, and let its role write traces: aws lambda update-function-configuration --function-name NAME --tracing-config Mode=Active.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/api/API_TracingConfigResponse.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-7"
  ]
};
include "check";

def violation:
  .Configuration.TracingConfig.Mode
  | text("TracingConfig.Mode")
  | select(. != "Active")
  | {Message: "tracing is \(. // "not configured")", Evidence: {Mode: .}};
