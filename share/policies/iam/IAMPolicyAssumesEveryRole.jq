# Everything on every resource is IAMPolicyOverlyPermissive's, but it is this, too.
module {
  "Title": "IAM policy allows assuming every role",
  "ResourceType": "AWS::IAM::ManagedPolicy",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.PolicyVersion.Document"],
  "Remediation": "Name the roles by their ARNs in Resource. Store the new document as the default version: aws iam create-policy-version --policy-arn ARN --policy-document file://policy.json --set-as-default.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"
  ]
};
include "iampolicy";

def violation: in_managed(assuming_every_role; "Statements"; "allows sts:AssumeRole on every role");
