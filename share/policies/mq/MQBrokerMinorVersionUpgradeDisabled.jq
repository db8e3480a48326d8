module {
  "Title": "Amazon MQ broker is not upgraded to new minor versions",
  "ResourceType": "AWS::AmazonMQ::Broker",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [".Configuration.AutoMinorVersionUpgrade"],
  "Remediation": "Run aws mq update-broker --broker-id ID --auto-minor-version-upgrade. Upgrades come in the maintenance window.",
  "Source": [
    "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/mq-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.AutoMinorVersionUpgrade
   | flag("AutoMinorVersionUpgrade") | select(. != true)
  | {Message: "minor versions are not applied by themselves", Evidence: {AutoMinorVersionUpgrade: .}};
