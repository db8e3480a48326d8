# Who is allowed everything already needs no way there: such a policy is IAMPolicyOverlyPermissive's.
module {
  "Title": "IAM policy lets who has it get every permission",
  "ResourceType": "AWS::IAM::ManagedPolicy",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".Configuration.PolicyVersion.Document"],
  "Remediation": "Bind these actions to the users, roles and policies that they are for by ARN, iam:PassRole to the roles that may be passed, and the making of users and roles to a permissions boundary by the condition iam:PermissionsBoundary. Store the new document as the default version: aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"
  ]
};
include "check";
include "document";
include "escalation";

# What the document allows of this on all that there is of a kind, without a permissions boundary.
def far($document):
  . as $action
  | $document
  | any(grants($action; reaches_far)[]; any(conditions; .Key == "iam:permissionsboundary") | not);

def escalating:
  . as $document
  | select(full_admin == [])
  | [[escalations[]] | unique[] | select(far($document))] as $allowed
  | [escalations | select(. - $allowed == [])];

def violation:
  .Configuration.PolicyVersion.Document
  | given("Document")
  | escalating
  | select(. != [])
  | {Message: "allows \(map(join(" + ")) | join(", "))", Evidence: {Ways: .}};
