module {
  "Title": "Firewall policy has no rule group",
  "ResourceType": "AWS::NetworkFirewall::FirewallPolicy",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.FirewallPolicy.StatelessRuleGroupReferences", "As": "shape"},
    {"Path": ".Configuration.FirewallPolicy.StatefulRuleGroupReferences", "As": "shape"}
  ],
  "Remediation": "Add a rule group: aws network-firewall update-firewall-policy --firewall-policy-arn ARN --update-token TOKEN --firewall-policy FILE.",
  "Source": [
    "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-3"
  ]
};
include "check";

def violation:
  .Configuration.FirewallPolicy
  | [(.StatelessRuleGroupReferences, .StatefulRuleGroupReferences) | items("the rule groups")[]]
  | select(. == [])
  | {Message: "no rule group", Evidence: {RuleGroupReferences: .}};
