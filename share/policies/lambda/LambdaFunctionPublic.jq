module {
  "Title": "Lambda function is open to everyone",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.Policy"],
  "Remediation": "Name the accounts or services that need it in place of \"*\", or tie everyone down by a condition such as aws:SourceAccount or aws:PrincipalOrgID: aws lambda remove-permission --function-name NAME --statement-id ID, then aws lambda add-permission with --source-account or --source-arn.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html"
  ]
};
include "document";

def violation:
  .Configuration.Policy
  | public_statements
  | select(. != [])
  | {Message: "\(length) statements of the policy let everyone in", Evidence: {Statements: .}};
