module {
  "ResourceType": "AWS::DataSync::Task",
  "Service": "datasync"
};
include "known";

def arn: arn_or("arn:\(.Partition):datasync:\(.Region):\(.Account):task/\(.id)");

def configuration: {
  TaskArn: arn,
  Name: (.name | or_null),
  SourceLocationArn: .source_location_arn,
  DestinationLocationArn: .destination_location_arn,
  CloudWatchLogGroupArn: (.cloudwatch_log_group_arn | or_null),
  Options: (.options | block({LogLevel: .log_level, VerifyMode: .verify_mode})),
  Tags: tags
};
