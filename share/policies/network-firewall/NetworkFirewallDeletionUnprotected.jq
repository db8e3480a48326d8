module {
  "Title": "Network firewall can be deleted by one call",
  "ResourceType": "AWS::NetworkFirewall::Firewall",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [".Configuration.DeleteProtection"],
  "Remediation": "Turn the protection on: aws network-firewall update-firewall-delete-protection --firewall-arn ARN --delete-protection.",
  "Source": [
    "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_Firewall.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-9"
  ]
};
include "check";

def violation:
  .Configuration.DeleteProtection
  | flag("DeleteProtection")
  | select(. != true)
  | {Message: "deletion protection is off", Evidence: {DeleteProtection: .}};
