module {
  "Title": "Firewall policy passes fragments of packets that no rule is for",
  "ResourceType": "AWS::NetworkFirewall::FirewallPolicy",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [".Configuration.FirewallPolicy.StatelessFragmentDefaultActions"],
  "Remediation": "Drop them, or forward them to the stateful rules: aws network-firewall update-firewall-policy --firewall-policy-arn ARN --update-token TOKEN --firewall-policy FILE with StatelessFragmentDefaultActions aws:forward_to_sfe.",
  "Source": [
    "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html",
    "https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-5"
  ]
};
include "check";

def violation:
  .Configuration.FirewallPolicy.StatelessFragmentDefaultActions
  | items("StatelessFragmentDefaultActions")
  | select(any(.[]; text("an action") | . == "aws:drop" or . == "aws:forward_to_sfe") | not)
  | {Message: "by default: \(join(", "))", Evidence: {StatelessFragmentDefaultActions: .}};
