# Who is allowed everything already needs no way there: such a policy is IAMPolicyOverlyPermissive's.
module {
  "Title": "IAM user, group or role has an inline policy that lets who has it get every permission",
  "ResourceType": ["AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Role"],
  "Severity": 75,
  "Category": "access_control",
  "Reads": [
    ".Configuration.Policies[].PolicyDocument",
    {"Path": ".Configuration.Policies[].PolicyName", "As": "carried"}
  ],
  "Remediation": "Bind these actions to the users, roles and policies that they are for by ARN, iam:PassRole to the roles that may be passed, and the making of users and roles to a permissions boundary by the condition iam:PermissionsBoundary. Replace the inline policy: aws iam put-user-policy, put-group-policy or put-role-policy with --policy-name and --policy-document file://policy.json.",
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
  [ .Configuration.Policies | items("Policies")[]
    | {PolicyName, Ways: (.PolicyDocument | given("PolicyDocument") | escalating)}
    | select(.Ways != []) ]
  | select(. != [])
  | {
      Message: ("\(map(.PolicyName) | join(", ")): " + (.[0].Ways | "allows \(map(join(" + ")) | join(", "))")),
      Evidence: {Policies: .}
    };
