module {
  "Title": "CloudFormation stack tells no SNS topic of its events",
  "ResourceType": "AWS::CloudFormation::Stack",
  "Severity": 25,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.NotificationARNs", "As": "shape"}],
  "Remediation": "aws cloudformation update-stack --stack-name NAME --use-previous-template --notification-arns TOPIC-ARN, with its parameters and capabilities",
  "Source": [
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Stack.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudformation-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.NotificationARNs | items("NotificationARNs") | select(. == [])
  | {Message: "no topic is told of its events", Evidence: {NotificationARNs: []}};
