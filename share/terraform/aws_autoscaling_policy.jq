# The alarms of a policy name it; a policy that tracks a target has alarms that the service makes itself.
module {
  "PartOf": [{"Type": "aws_autoscaling_group", "By": "autoscaling_group_name", "Is": ["name", "id"]}],
  "Related": [{"Type": "aws_cloudwatch_metric_alarm", "By": "alarm_actions", "Is": ["arn"], "As": "alarms"}]
};
include "known";

def join($part): .ScalingPolicies += [$part | {
  PolicyName: .name, PolicyARN: .arn, PolicyType: .policy_type, AdjustmentType: (.adjustment_type | or_null),
  Enabled: .enabled,
  Alarms: ((.alarms // []) | each({AlarmName: .alarm_name, AlarmARN: .arn}))
}];
