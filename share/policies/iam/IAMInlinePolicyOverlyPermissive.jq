module {
  "Title": "IAM user, group or role has an inline policy that allows every action on every resource",
  "ResourceType": ["AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Role"],
  "Severity": 80,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.Policies[].PolicyDocument", "OneOf": ["*", "Allow", "Deny"]},
    {"Path": ".Configuration.Policies[].PolicyName", "As": "carried"}
  ],
  "Remediation": "Replace the wildcards by the actions and ARNs that are needed (aws iam put-role-policy --role-name NAME --policy-name POLICY --policy-document file://policy.json; for users and groups put-user-policy and put-group-policy). IAM Access Analyzer can make such a policy from CloudTrail.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html"
  ]
};
include "document";
include "iampolicy";

def violation: in_inline(full_admin; "Statements"; "allows every action on every resource");
