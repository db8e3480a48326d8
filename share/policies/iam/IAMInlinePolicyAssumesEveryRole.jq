# Everything on every resource is IAMPolicyOverlyPermissive's, but it is this, too.
module {
  "Title": "IAM user, group or role has an inline policy that allows assuming every role",
  "ResourceType": ["AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Role"],
  "Severity": 50,
  "Category": "access_control",
  "Reads": [
    ".Configuration.Policies[].PolicyDocument",
    {"Path": ".Configuration.Policies[].PolicyName", "As": "carried"}
  ],
  "Remediation": "Name the roles by their ARNs in Resource. Replace the inline policy: aws iam put-user-policy, put-group-policy or put-role-policy with --policy-name and --policy-document file://policy.json.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"
  ]
};
include "iampolicy";

def violation: in_inline(assuming_every_role; "Statements"; "allows sts:AssumeRole on every role");
