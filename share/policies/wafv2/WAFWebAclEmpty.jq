module {
  "Title": "Web ACL has no rules",
  "ResourceType": "AWS::WAFv2::WebACL",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.Rules", "As": "shape"},
    {"Path": ".Configuration.PreProcessFirewallManagerRuleGroups", "As": "shape"},
    {"Path": ".Configuration.PostProcessFirewallManagerRuleGroups", "As": "shape"}
  ],
  "Remediation": "Add rules, to begin with AWSManagedRulesCommonRuleSet in count mode: aws wafv2 update-web-acl --name NAME --scope REGIONAL --id ID --lock-token TOKEN --default-action Allow={} --visibility-config CONFIG --rules FILE.",
  "Source": [
    "https://docs.aws.amazon.com/waf/latest/APIReference/API_WebACL.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-10"
  ]
};
include "check";

def violation:
  .Configuration
  | [(.Rules, .PreProcessFirewallManagerRuleGroups, .PostProcessFirewallManagerRuleGroups) | items("the rules")[]]
  | select(. == [])
  | {Message: "no rules", Evidence: {Rules: .}};
