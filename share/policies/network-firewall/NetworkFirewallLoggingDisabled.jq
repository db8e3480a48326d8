module {
  "Title": "Network firewall keeps no logs",
  "ResourceType": "AWS::NetworkFirewall::Firewall",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.LoggingConfiguration.LogDestinationConfigs[].LogType"],
  "Remediation": "Log alerts and flows: aws network-firewall update-logging-configuration --firewall-arn ARN --logging-configuration FILE, which adds one destination at a time.",
  "Source": [
    "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_LoggingConfiguration.html",
    "https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-2"
  ]
};
include "check";

def violation:
  [.Configuration.LoggingConfiguration.LogDestinationConfigs | items("LogDestinationConfigs")[] | .LogType
      | text("LogType")]
  | select(. == [])
  | {Message: "no log destination", Evidence: {LogTypes: .}};
