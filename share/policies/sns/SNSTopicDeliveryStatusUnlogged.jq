module {
  "Title": "SNS topic logs no delivery of its messages",
  "ResourceType": "AWS::SNS::Topic",
  "Severity": 25,
  "Category": "logging",
  "OnRequest": true,
  "Reads": [
    {"Path": ".Configuration.Attributes.HTTPSuccessFeedbackRoleArn", "As": "shape"},
    {"Path": ".Configuration.Attributes.HTTPFailureFeedbackRoleArn", "As": "shape"},
    {"Path": ".Configuration.Attributes.FirehoseSuccessFeedbackRoleArn", "As": "shape"},
    {"Path": ".Configuration.Attributes.FirehoseFailureFeedbackRoleArn", "As": "shape"},
    {"Path": ".Configuration.Attributes.LambdaSuccessFeedbackRoleArn", "As": "shape"},
    {"Path": ".Configuration.Attributes.LambdaFailureFeedbackRoleArn", "As": "shape"},
    {"Path": ".Configuration.Attributes.ApplicationSuccessFeedbackRoleArn", "As": "shape"},
    {"Path": ".Configuration.Attributes.ApplicationFailureFeedbackRoleArn", "As": "shape"},
    {"Path": ".Configuration.Attributes.SQSSuccessFeedbackRoleArn", "As": "shape"},
    {"Path": ".Configuration.Attributes.SQSFailureFeedbackRoleArn", "As": "shape"}
  ],
  "Remediation": "aws sns set-topic-attributes --topic-arn ARN --attribute-name LambdaFailureFeedbackRoleArn --attribute-value ROLE, and so for each protocol that it delivers to",
  "Source": [
    "https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.Attributes | object("Attributes")
  | [(. // {}) | to_entries[] | select(.key | endswith("FeedbackRoleArn")) | .value | text("FeedbackRoleArn")
      | select(. != null and . != "")]
  | select(. == [])
  | {Message: "no delivery is logged, to no kind of subscriber", Evidence: {FeedbackRoles: .}};
