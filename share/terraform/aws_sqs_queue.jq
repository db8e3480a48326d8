# Attributes are texts, as SQS gives them.
module {
  "ResourceType": "AWS::SQS::Queue",
  "Service": "sqs",
  "Computed": ["url"],
  "Declared": ["policy"],
  "Related": [{"Type": "aws_cloudwatch_event_target", "By": "arn", "Is": ["arn"], "As": "targets"}],
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):sqs:\(.Region):\(.Account):\(.name)");

def configuration: {
  QueueUrl: first_of(.url, .id),
  Attributes: ({
    QueueArn: arn,
    KmsMasterKeyId: (.kms_master_key_id | or_null),
    SqsManagedSseEnabled: (.sqs_managed_sse_enabled | given(tostring)),
    RedrivePolicy: (.redrive_policy | or_null),
    Policy: (.policy | or_null),
    VisibilityTimeout: (.visibility_timeout_seconds | given(tostring)),
    MessageRetentionPeriod: (.message_retention_seconds | given(tostring)),
    FifoQueue: (.fifo_queue | known(if . then "true" else null end))
  } | with_entries(select(.value != null))),
  Tags: (tags | known(from_entries))
};
