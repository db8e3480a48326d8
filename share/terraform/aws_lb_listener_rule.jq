module {
  "PartOf": [{"Type": "aws_lb_listener", "By": "listener_arn", "Is": ["arn", "id"]}]
};
include "known";

def action: {
  Type: .type,
  TargetGroupArn: (.target_group_arn | or_null),
  RedirectConfig: (.redirect | block({Protocol: .protocol, Port: .port, Host: .host, StatusCode: .status_code}))
} | with_entries(select(.value != null));

# A listener of a balancer's record has no rules: what is judged of them is the listener's own.
def join($part):
  if has("Rules") then .Rules += [$part | {
    RuleArn: .arn, IsDefault: false, Priority: (.priority | known(tostring)), Actions: (.action | each(action))
  }] else . end;
