# What an environment is set to comes with its variables; their values are often secrets: records carry their names alone.
module {
  "ResourceType": "AWS::ElasticBeanstalk::Environment",
  "Service": "elasticbeanstalk",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeEnvironments", "Parameters": {"IncludeDeleted": false, "MaxRecords": 1000}, "Token": "NextToken",
    "Items": "Environments[]", "Permission": "elasticbeanstalk:DescribeEnvironments"
  },
  "Detail": [
    {
      "Operation": "DescribeConfigurationSettings",
      "Parameters": {"ApplicationName": ".ApplicationName", "EnvironmentName": ".EnvironmentName"},
      "From": "ConfigurationSettings[].OptionSettings[]", "Apply": "without_variables", "Into": "OptionSettings",
      "Permission": "elasticbeanstalk:DescribeConfigurationSettings"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceArn": ".EnvironmentArn"},
      "From": "ResourceTags", "Into": "Tags", "Permission": "elasticbeanstalk:ListTagsForResource"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .EnvironmentArn;

def without_variables:
  map(if .Namespace == "aws:elasticbeanstalk:application:environment" and has("Value") then .Value = "(redacted)" else . end);
