module {
  "PartOf": [{"Type": "aws_wafv2_web_acl", "By": "resource_arn", "Is": ["arn"]}]
};

def join($part):
  .LoggingConfigurations += [{ResourceArn: $part.resource_arn, LogDestinationConfigs: $part.log_destination_configs}];
