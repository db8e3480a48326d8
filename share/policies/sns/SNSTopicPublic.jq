module {
  "Title": "SNS topic is open to everyone",
  "ResourceType": "AWS::SNS::Topic",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.Attributes.Policy"],
  "Remediation": "Name the accounts or services that need it in place of \"*\", or tie everyone down by a condition such as aws:SourceAccount or aws:PrincipalOrgID: aws sns set-topic-attributes --topic-arn ARN --attribute-name Policy --attribute-value file://policy.json.",
  "Source": [
    "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html"
  ]
};
include "document";

def violation:
  .Configuration.Attributes.Policy
  | public_statements
  | select(. != [])
  | {Message: "\(length) statements of the policy let everyone in", Evidence: {Statements: .}};
