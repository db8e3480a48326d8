module {
  "Title": "Transfer Family connector logs nothing",
  "ResourceType": "AWS::Transfer::Connector",
  "Severity": 50,
  "Category": "logging",
  "Reads": [{"Path": ".Configuration.LoggingRole", "As": "shape"}],
  "Remediation": "Give it a role that may write to CloudWatch Logs: aws transfer update-connector --connector-id ID --logging-role ROLE",
  "Source": [
    "https://docs.aws.amazon.com/transfer/latest/userguide/configure-as2-connector.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/transfer-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.LoggingRole | text("LoggingRole") | select(. == null or . == "")
  | {Message: "it has no role to write logs with", Evidence: {LoggingRole: .}};
