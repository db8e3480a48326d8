module {
  "Title": "Elastic Beanstalk environment does not stream its logs",
  "ResourceType": "AWS::ElasticBeanstalk::Environment",
  "Severity": 75,
  "Category": "logging",
  "Reads": [
    ".Configuration.OptionSettings[].Namespace",
    ".Configuration.OptionSettings[].OptionName",
    {"Path": ".Configuration.OptionSettings[].Value", "OneOf": ["true", "false"]}
  ],
  "Remediation": "Set the option: aws elasticbeanstalk update-environment --environment-name NAME --option-settings Namespace=aws:elasticbeanstalk:cloudwatch:logs,OptionName=StreamLogs,Value=true.",
  "Source": [
    "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.cloudwatchlogs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticbeanstalk-controls.html#elasticbeanstalk-3"
  ]
};
include "check";

def violation:
  [ .Configuration.OptionSettings | given("OptionSettings") | items("OptionSettings")[]
    | select(.Namespace == "aws:elasticbeanstalk:cloudwatch:logs" and .OptionName == "StreamLogs")
    | .Value | text("Value") ]
  | .[0]
  | select(. != "true")
  | {Message: "streaming of logs is \(. // "not configured")", Evidence: {StreamLogs: .}};
