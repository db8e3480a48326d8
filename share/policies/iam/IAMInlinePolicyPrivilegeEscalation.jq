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
include "escalation";
include "iampolicy";

def violation: in_inline(escalating; "Ways"; "allows \(map(join(" + ")) | join(", "))");
