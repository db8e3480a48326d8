module {
  "Title": "Stateless rule group has no rules",
  "ResourceType": "AWS::NetworkFirewall::RuleGroup",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.RuleGroup.RulesSource.StatelessRulesAndCustomActions.StatelessRules", "As": "shape"},
    ".Configuration.RuleGroupResponse.Type"
  ],
  "Remediation": "Give it rules (aws network-firewall update-rule-group --rule-group-arn ARN --update-token TOKEN --rule-group FILE), or delete it: aws network-firewall delete-rule-group --rule-group-arn ARN.",
  "Source": [
    "https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_StatelessRulesAndCustomActions.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-6"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.RuleGroupResponse.Type | text("Type") | given("Type") | . == "STATELESS")
  | .RuleGroup.RulesSource.StatelessRulesAndCustomActions.StatelessRules
  | items("StatelessRules")
  | select(. == [])
  | {Message: "no rules", Evidence: {StatelessRules: .}};
