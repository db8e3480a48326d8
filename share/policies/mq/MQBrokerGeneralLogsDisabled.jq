module {
  "Title": "Amazon MQ broker does not send its log to CloudWatch",
  "ResourceType": "AWS::AmazonMQ::Broker",
  "Severity": 25,
  "Category": "logging",
  "Reads": [".Configuration.Logs.General"],
  "Remediation": "Run aws mq update-broker --broker-id ID --logs General=true, let Amazon MQ write to its log groups (aws logs put-resource-policy --policy-name mq --policy-document file://policy.json), and reboot: aws mq reboot-broker --broker-id ID.",
  "Source": [
    "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html",
    "https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers-broker-id.html"
  ]
};
include "check";

def violation:
  .Configuration.Logs.General
   | flag("General") | select(. != true)
  | {Message: "general logs are off", Evidence: {General: .}};
