module {
  "PartOf": [{"Type": "aws_route53_zone", "By": "zone_id", "Is": ["zone_id", "id"]}]
};
include "known";

def join($part): .QueryLoggingConfigs += [{CloudWatchLogsLogGroupArn: $part.cloudwatch_log_group_arn}];
