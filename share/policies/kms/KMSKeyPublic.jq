module {
  "Title": "KMS key is open to everyone",
  "ResourceType": "AWS::KMS::Key",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.Policy"],
  "Remediation": "Name the accounts or services that need it in place of \"*\", or tie everyone down by a condition such as aws:SourceAccount or aws:PrincipalOrgID: aws kms put-key-policy --key-id KEY --policy-name default --policy file://policy.json.",
  "Source": [
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html"
  ]
};
include "document";

def violation:
  .Configuration.Policy
  | public_statements
  | select(. != [])
  | {Message: "\(length) statements of the policy let everyone in", Evidence: {Statements: .}};
