module {
  "Title": "ECR repository is open to everyone",
  "ResourceType": "AWS::ECR::Repository",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.Policy"],
  "Remediation": "Name the accounts or services that need it in place of \"*\", or tie everyone down by a condition such as aws:SourceAccount or aws:PrincipalOrgID: aws ecr set-repository-policy --repository-name NAME --policy-text file://policy.json.",
  "Source": ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html"]
};
include "document";

def violation:
  .Configuration.Policy
  | public_statements
  | select(. != [])
  | {Message: "\(length) statements of the policy let everyone in", Evidence: {Statements: .}};
