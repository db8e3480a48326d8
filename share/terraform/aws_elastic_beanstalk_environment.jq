module {
  "ResourceType": "AWS::ElasticBeanstalk::Environment",
  "Service": "elasticbeanstalk",
  "Computed": ["all_settings", "cname", "endpoint_url"]
};
include "known";

def arn: arn_or("arn:\(.Partition):elasticbeanstalk:\(.Region):\(.Account):environment/\(.application)/\(.name)");

# Environment variables are often secrets.
def option:
  .namespace as $namespace
  | {Namespace: $namespace, OptionName: .name,
     Value: (if $namespace == "aws:elasticbeanstalk:application:environment" then "(redacted)" else .value end)};

def configuration: {
  EnvironmentName: .name,
  EnvironmentArn: arn,
  ApplicationName: .application,
  SolutionStackName: (.solution_stack_name | or_null),
  PlatformArn: (.platform_arn | or_null),
  OptionSettings: (.setting | each(option)),
  Tags: tags
};
