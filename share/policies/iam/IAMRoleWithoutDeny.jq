# What attached policies say is in records of their own: the role's inline policies must have the Deny.
module {
  "Title": "IAM role has no explicit Deny",
  "ResourceType": "AWS::IAM::Role",
  "Severity": 20,
  "Category": "access_control",
  "Reads": [".Configuration.Policies[].PolicyDocument"],
  "OnRequest": true,
  "Remediation": "Add an inline policy that denies what the role must never do, such as changing its own permissions or turning logs off: aws iam put-role-policy --role-name NAME --policy-name guard --policy-document file://deny.json.",
  "Source": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html"]
};
include "check";
include "document";

def violation:
  [.Configuration.Policies | items("Policies")[] | .PolicyDocument | given("PolicyDocument") | statements]
  | select(all(.[]; .Effect != "Deny"))
  | {Message: "no statement of its inline policies denies anything", Evidence: {Statements: length}};
