module {
  "Title": "DynamoDB table's policy lets everyone in",
  "ResourceType": "AWS::DynamoDB::Table",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.Policy"],
  "Remediation": "Name the accounts and roles in the statement's Principal, or tie it by a condition such as aws:PrincipalOrgID: aws dynamodb put-resource-policy --resource-arn ARN --policy file://policy.json. Or take the policy away: aws dynamodb delete-resource-policy --resource-arn ARN.",
  "Source": [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"
  ]
};
include "document";

def violation:
  .Configuration.Policy | public_statements | select(length > 0)
  | {Message: "\(length) of the policy's statements let everyone in", Evidence: {Statements: .}};
