module {
  "ResourceType": "AWS::CloudWatch::Alarm",
  "Service": "cloudwatch",
  "Name": "alarm_name"
};
include "known";

def arn: arn_or("arn:\(.Partition):cloudwatch:\(.Region):\(.Account):alarm:\(first_of(.alarm_name, .id))");

def configuration: {
  AlarmName: first_of(.alarm_name, .id),
  AlarmArn: arn,
  AlarmDescription: (.alarm_description | or_null),
  ActionsEnabled: .actions_enabled,
  AlarmActions: (.alarm_actions | each(.)),
  OKActions: (.ok_actions | each(.)),
  InsufficientDataActions: (.insufficient_data_actions | each(.)),
  Namespace: (.namespace | or_null),
  MetricName: (.metric_name | or_null),
  Dimensions: (.dimensions | given(to_entries | map({Name: .key, Value: .value}))),
  Statistic: (.statistic | or_null),
  Period: (.period | above_zero),
  EvaluationPeriods: .evaluation_periods,
  Threshold: .threshold,
  ComparisonOperator: .comparison_operator,
  TreatMissingData: .treat_missing_data,
  StateValue: elsewhere,
  StateUpdatedTimestamp: elsewhere,
  Tags: tags
};
