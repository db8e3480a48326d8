module {
  "Title": "IAM user or group has AdministratorAccess",
  "ResourceType": ["AWS::IAM::User", "AWS::IAM::Group"],
  "Severity": 75,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.AttachedPolicies[].PolicyArn", "OneOf": [":iam::aws:policy/AdministratorAccess"]}
  ],
  "Remediation": "Give administrators a role with MFA, best through IAM Identity Center, and take the policy away: aws iam detach-user-policy --user-name NAME --policy-arn arn:aws:iam::aws:policy/AdministratorAccess (for a group detach-group-policy). A user's keys do not expire, a role's do.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html"
  ]
};
include "check";

def violation:
  [ .Configuration.AttachedPolicies | items("AttachedPolicies")[]
    | .PolicyArn | text("PolicyArn") | given("PolicyArn")
    | select(endswith(":iam::aws:policy/AdministratorAccess")) ]
  | select(. != [])
  | {Message: "AdministratorAccess is attached", Evidence: {PolicyArn: .[0]}};
