module {
  "Title": "IAM user has policies of its own",
  "ResourceType": "AWS::IAM::User",
  "Severity": 25,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.AttachedPolicies[].PolicyName", "As": "carried"},
    {"Path": ".Configuration.Policies[].PolicyName", "As": "carried"}
  ],
  "Remediation": "Give permissions to groups or roles, and put the user into the group: aws iam add-user-to-group --group-name GROUP --user-name NAME; then aws iam detach-user-policy --user-name NAME --policy-arn ARN and aws iam delete-user-policy --user-name NAME --policy-name POLICY.",
  "Source": [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"
  ]
};
include "check";

def violation:
  .Configuration
  | {
      AttachedPolicies: [.AttachedPolicies | items("AttachedPolicies")[] | .PolicyName],
      Policies: [.Policies | items("Policies")[] | .PolicyName]
    }
  | select(.AttachedPolicies != [] or .Policies != [])
  | {Message: "\(.AttachedPolicies + .Policies | length) policies belong to the user alone", Evidence: .};
