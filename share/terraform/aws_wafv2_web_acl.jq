# What a rule looks for is told for groups of rules alone.  Firewall Manager adds groups to ACLs of its own alone.
module {
  "ResourceType": "AWS::WAFv2::WebACL",
  "Service": "wafv2",
  "Name": "name"
};
include "known";

def arn: arn_or(elsewhere);

def metrics: block({
  SampledRequestsEnabled: .sampled_requests_enabled, CloudWatchMetricsEnabled: .cloudwatch_metrics_enabled,
  MetricName: .metric_name
});

def choice: block(
  if (.allow | unknown) or (.block | unknown) then .allow
  elif (.allow | length) > 0 then {Allow: {}} elif (.block | length) > 0 then {Block: {}} else null end);

def rule: {
  Name: .name,
  Priority: .priority,
  Statement: (get(.statement[0].managed_rule_group_statement)
    | if unknown then . elif . == null or length == 0 then elsewhere
      else {ManagedRuleGroupStatement: (.[0] | {VendorName: .vendor_name, Name: .name})} end),
  VisibilityConfig: (.visibility_config | metrics)
};

def configuration: {
  Name: first_of(.name, .id),
  Id: .id,
  ARN: arn,
  Description: (.description | or_null),
  DefaultAction: (.default_action | choice),
  Rules: (.rule | each(rule)),
  PreProcessFirewallManagerRuleGroups: [],
  PostProcessFirewallManagerRuleGroups: [],
  VisibilityConfig: (.visibility_config | metrics),
  LoggingConfigurations: [],
  Tags: tags
};
