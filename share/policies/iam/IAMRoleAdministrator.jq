module {
  "Title": "IAM role has AdministratorAccess",
  "ResourceType": "AWS::IAM::Role",
  "Severity": 70,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.AttachedPolicies[].PolicyArn", "OneOf": [":iam::aws:policy/AdministratorAccess"]},
    {"Path": ".Configuration.RoleName", "OneOf": "Allowed"},
    {"Path": ".Configuration.Path", "OneOf": ["/aws-reserved/sso.amazonaws.com/"]}
  ],
  "Parameters": {"Allowed": []},
  "Remediation": "Give the role the actions that it needs (aws iam generate-service-last-accessed-details --arn ARN shows what it used), and take the policy away: aws iam detach-role-policy --role-name NAME --policy-arn arn:aws:iam::aws:policy/AdministratorAccess. A role for administrators, to be assumed with MFA, belongs in the parameter Allowed.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html"
  ]
};
include "check";

# Roles of IAM Identity Center are for people who have signed in there.
def expected($allowed):
  (.Path | text("Path") | . != null and startswith("/aws-reserved/sso.amazonaws.com/"))
  or (.RoleName | text("RoleName") as $name | any($allowed[]; . == $name));

def violation($now; $parameters):
  ($parameters.Allowed | items("the parameter Allowed")) as $allowed
  | .Configuration
  | select(expected($allowed) | not)
  | [ .AttachedPolicies | items("AttachedPolicies")[]
      | .PolicyArn | text("PolicyArn") | given("PolicyArn")
      | select(endswith(":iam::aws:policy/AdministratorAccess")) ]
  | select(. != [])
  | {Message: "AdministratorAccess is attached", Evidence: {PolicyArn: .[0]}};
