# Attributes are texts, as SNS gives them.
module {
  "ResourceType": "AWS::SNS::Topic",
  "Service": "sns",
  "Related": [
    {"Type": "aws_cloudwatch_event_target", "By": "arn", "Is": ["arn", "id"], "As": "targets"},
    {"Type": "aws_cloudwatch_metric_alarm", "By": "alarm_actions", "Is": ["arn", "id"], "As": "alarms"}
  ],
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):sns:\(.Region):\(.Account):\(first_of(.name, .id))");

def configuration: {
  TopicArn: arn,
  Attributes: {
    TopicArn: arn,
    Owner: .Account,
    DisplayName: .display_name,
    Policy: .policy,
    KmsMasterKeyId: (.kms_master_key_id | or_null)
  },
  Tags: tags
};
