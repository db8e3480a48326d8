module {
  "Title": "Secrets Manager secret is open to everyone",
  "ResourceType": "AWS::SecretsManager::Secret",
  "Severity": 95,
  "Category": "access_control",
  "Reads": [".Configuration.ResourcePolicy"],
  "Remediation": "Name the accounts or services that need it in place of \"*\", or tie everyone down by a condition such as aws:SourceAccount or aws:PrincipalOrgID: aws secretsmanager put-resource-policy --secret-id ARN --resource-policy file://policy.json --block-public-policy.",
  "Source": ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html"]
};
include "document";

def violation:
  .Configuration.ResourcePolicy
  | public_statements
  | select(. != [])
  | {Message: "\(length) statements of the policy let everyone in", Evidence: {Statements: .}};
