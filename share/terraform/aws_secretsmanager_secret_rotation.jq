module {
  "PartOf": [{"Type": "aws_secretsmanager_secret", "By": "secret_id", "Is": ["id", "arn", "name"]}]
};
include "known";

def join($part):
  .RotationEnabled = ($part.rotation_rules | known(true))
  | .NextRotationDate = elsewhere
  | .RotationLambdaARN = ($part.rotation_lambda_arn | or_null)
  | .RotationRules = ($part.rotation_rules | block({
      AutomaticallyAfterDays: (.automatically_after_days | above_zero), Duration: (.duration | or_null),
      ScheduleExpression: (.schedule_expression | or_null)
    } | with_entries(select(.value != null))));
