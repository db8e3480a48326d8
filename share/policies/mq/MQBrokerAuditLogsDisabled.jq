module {
  "Title": "ActiveMQ broker keeps no audit log",
  "ResourceType": "AWS::AmazonMQ::Broker",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.EngineType", ".Configuration.Logs.Audit"],
  "Remediation": "Run aws mq update-broker --broker-id ID --logs Audit=true,General=true, let Amazon MQ write to its log groups (aws logs put-resource-policy --policy-name mq --policy-document file://policy.json), and reboot: aws mq reboot-broker --broker-id ID.",
  "Source": [
    "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.EngineType | text("EngineType") | given("EngineType") | ascii_upcase | . == "ACTIVEMQ")
  | .Logs | object("Logs") | .Audit | flag("Audit") | select(. != true)
  | {Message: "audit logs are off", Evidence: {Audit: .}};
