module {
  "Title": "SQS queue is open to everyone",
  "ResourceType": "AWS::SQS::Queue",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.Attributes.Policy"],
  "Remediation": "Name the accounts or services that need it in place of \"*\", or tie everyone down by a condition such as aws:SourceAccount or aws:PrincipalOrgID: aws sqs set-queue-attributes --queue-url URL --attributes file://attributes.json.",
  "Source": [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/sqs-controls.html"
  ]
};
include "document";

def violation:
  .Configuration.Attributes.Policy
  | public_statements
  | select(. != [])
  | {Message: "\(length) statements of the policy let everyone in", Evidence: {Statements: .}};
