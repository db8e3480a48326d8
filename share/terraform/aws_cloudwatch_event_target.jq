module {
  "PartOf": [{"Type": "aws_cloudwatch_event_rule", "By": "rule", "Is": ["name", "id"]}]
};
include "known";

def join($part): .Targets += [$part | {Id: .target_id, Arn: .arn, RoleArn: (.role_arn | or_null)}];
