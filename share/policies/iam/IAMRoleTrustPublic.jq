# An external id is no secret: it is a guard against confused deputies, and lets everyone in who knows it.
module {
  "Title": "IAM role can be assumed by anyone",
  "ResourceType": "AWS::IAM::Role",
  "Severity": 95,
  "Category": "access_control",
  "Reads": [".Configuration.AssumeRolePolicyDocument"],
  "Remediation": "Name the accounts, roles or services that may assume the role: aws iam update-assume-role-policy --role-name NAME --policy-document file://trust.json. A wildcard for the principal needs a condition that ties it down, such as aws:PrincipalOrgID.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"
  ]
};
include "check";
include "document";

def violation:
  .Configuration.AssumeRolePolicyDocument
  | given("AssumeRolePolicyDocument")
  | public_statements
  | select(. != [])
  | {Message: "the trust policy lets every AWS account in", Evidence: {Statements: .}};
