module {
  "PartOf": [{"Type": "aws_s3_bucket", "By": "bucket", "Is": ["bucket", "id"]}]
};
include "known";

def join($part): .Notification = ({
  TopicConfigurations: ($part.topic | each({TopicArn: .topic_arn, Events: .events})),
  QueueConfigurations: ($part.queue | each({QueueArn: .queue_arn, Events: .events})),
  LambdaFunctionConfigurations: ($part.lambda_function | each({LambdaFunctionArn: .lambda_function_arn, Events: .events})),
  EventBridgeConfiguration: ($part.eventbridge | given(if . then {} else null end))
} | with_entries(select(.value != null and .value != [])));
