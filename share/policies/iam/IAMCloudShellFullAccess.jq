module {
  "Title": "IAM user, group or role has AWSCloudShellFullAccess",
  "ResourceType": ["AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Role"],
  "Severity": 40,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.AttachedPolicies[].PolicyArn", "OneOf": [":iam::aws:policy/AWSCloudShellFullAccess"]}
  ],
  "Remediation": "Take the policy away (aws iam detach-user-policy, detach-group-policy or detach-role-policy --policy-arn arn:aws:iam::aws:policy/AWSCloudShellFullAccess), and give those who need CloudShell a policy without cloudshell:GetFileDownloadUrls and cloudshell:GetFileUploadUrls, by which data leaves the account.",
  "Source": ["https://docs.aws.amazon.com/cloudshell/latest/userguide/sec-auth-with-identities.html"]
};
include "check";

def violation:
  [ .Configuration.AttachedPolicies | items("AttachedPolicies")[]
    | .PolicyArn | text("PolicyArn") | given("PolicyArn")
    | select(endswith(":iam::aws:policy/AWSCloudShellFullAccess")) ]
  | select(. != [])
  | {Message: "AWSCloudShellFullAccess is attached", Evidence: {PolicyArn: .[0]}};
