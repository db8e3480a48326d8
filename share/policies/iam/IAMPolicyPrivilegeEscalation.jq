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
include "escalation";
include "iampolicy";

def violation: in_managed(escalating; "Ways"; "allows \(map(join(" + ")) | join(", "))");
