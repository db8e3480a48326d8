module {
  "Title": "IAM policy is attached to nothing",
  "ResourceType": "AWS::IAM::ManagedPolicy",
  "Severity": 10,
  "Category": "maintenance",
  "Reads": [".Configuration.AttachmentCount", ".Configuration.PermissionsBoundaryUsageCount"],
  "OnRequest": true,
  "Remediation": "Delete the policy if nobody needs it: aws iam delete-policy --policy-arn ARN (first its other versions: aws iam delete-policy-version --policy-arn ARN --version-id VERSION).",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-delete.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html"
  ]
};
include "check";

def violation:
  .Configuration
  | (.AttachmentCount | number("AttachmentCount") | given("AttachmentCount")) as $attached
  | (.PermissionsBoundaryUsageCount | number("PermissionsBoundaryUsageCount")) as $boundary
  | select($attached == 0 and ($boundary == null or $boundary == 0))
  | {Message: "attached to no user, group or role", Evidence: {AttachmentCount: $attached}};
