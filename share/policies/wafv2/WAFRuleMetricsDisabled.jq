module {
  "Title": "Rules of AWS WAF send no metrics",
  "ResourceType": ["AWS::WAFv2::WebACL", "AWS::WAFv2::RuleGroup"],
  "Severity": 50,
  "Category": "monitoring",
  "Reads": [".Configuration.Rules[].Name", ".Configuration.Rules[].VisibilityConfig.CloudWatchMetricsEnabled"],
  "Remediation": "Set CloudWatchMetricsEnabled in the VisibilityConfig of each rule: aws wafv2 update-web-acl --name NAME --scope REGIONAL --id ID --lock-token TOKEN --default-action Allow={} --visibility-config CONFIG --rules FILE, or aws wafv2 update-rule-group with the same for a rule group.",
  "Source": [
    "https://docs.aws.amazon.com/waf/latest/APIReference/API_VisibilityConfig.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-12"
  ]
};
include "check";

def violation:
  [ .Configuration.Rules | items("Rules")[]
    | {Name, CloudWatchMetricsEnabled: (.VisibilityConfig.CloudWatchMetricsEnabled | flag("CloudWatchMetricsEnabled"))}
    | select(.CloudWatchMetricsEnabled != true) ]
  | select(. != [])
  | {Message: "no metrics: \(map(.Name) | join(", "))", Evidence: {Rules: .}};
