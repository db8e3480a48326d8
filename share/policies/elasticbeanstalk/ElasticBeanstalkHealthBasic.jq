module {
  "Title": "Elastic Beanstalk environment reports basic health alone",
  "ResourceType": "AWS::ElasticBeanstalk::Environment",
  "Severity": 25,
  "Category": "monitoring",
  "Reads": [
    ".Configuration.OptionSettings[].Namespace",
    ".Configuration.OptionSettings[].OptionName",
    {"Path": ".Configuration.OptionSettings[].Value", "OneOf": ["enhanced", "basic"]}
  ],
  "Remediation": "Set the option: aws elasticbeanstalk update-environment --environment-name NAME --option-settings Namespace=aws:elasticbeanstalk:healthreporting:system,OptionName=SystemType,Value=enhanced.",
  "Source": [
    "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticbeanstalk-controls.html#elasticbeanstalk-1"
  ]
};
include "check";

def violation:
  [ .Configuration.OptionSettings | given("OptionSettings") | items("OptionSettings")[]
    | select(.Namespace == "aws:elasticbeanstalk:healthreporting:system" and .OptionName == "SystemType")
    | .Value | text("Value") ]
  | .[0]
  | select(. != "enhanced")
  | {Message: "health reporting is \(. // "not configured")", Evidence: {SystemType: .}};
