module {
  "Title": "Network firewall's subnets can be changed by one call",
  "ResourceType": "AWS::NetworkFirewall::Firewall",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [".Configuration.SubnetChangeProtection"],
  "Remediation": "Turn the protection on: aws network-firewall update-subnet-change-protection --firewall-arn ARN --subnet-change-protection.",
  "Source": [
    "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_Firewall.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-10"
  ]
};
include "check";

def violation:
  .Configuration.SubnetChangeProtection
  | flag("SubnetChangeProtection")
  | select(. != true)
  | {Message: "subnet change protection is off", Evidence: {SubnetChangeProtection: .}};
