module {
  "Title": "Elastic Beanstalk environment is not updated by itself",
  "ResourceType": "AWS::ElasticBeanstalk::Environment",
  "Severity": 75,
  "Category": "maintenance",
  "Reads": [
    ".Configuration.OptionSettings[].Namespace",
    ".Configuration.OptionSettings[].OptionName",
    {"Path": ".Configuration.OptionSettings[].Value", "OneOf": ["true", "false"]}
  ],
  "Remediation": "Set the option: aws elasticbeanstalk update-environment --environment-name NAME --option-settings Namespace=aws:elasticbeanstalk:managedactions,OptionName=ManagedActionsEnabled,Value=true. Managed updates also need PreferredStartTime, and UpdateLevel in aws:elasticbeanstalk:managedactions:platformupdate.",
  "Source": [
    "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticbeanstalk-controls.html#elasticbeanstalk-2"
  ]
};
include "check";

def violation:
  [ .Configuration.OptionSettings | given("OptionSettings") | items("OptionSettings")[]
    | select(.Namespace == "aws:elasticbeanstalk:managedactions" and .OptionName == "ManagedActionsEnabled")
    | .Value | text("Value") ]
  | .[0]
  | select(. != "true")
  | {Message: "managed platform updates are \(. // "not configured")", Evidence: {ManagedActionsEnabled: .}};
