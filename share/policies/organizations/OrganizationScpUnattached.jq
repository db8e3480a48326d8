module {
  "Title": "Service control policy is attached to nothing",
  "ResourceType": "AWS::Organizations::Policy",
  "Severity": 20,
  "Category": "maintenance",
  "Reads": [".Configuration.AwsManaged", {"Path": ".Configuration.Targets", "As": "shape"}],
  "Remediation": "Attach it to the root, unit or account that it is for (aws organizations attach-policy --policy-id ID --target-id TARGET), or delete it: aws organizations delete-policy --policy-id ID.",
  "Source": ["https://docs.aws.amazon.com/organizations/latest/userguide/orgs_policies_attach.html"]
};
include "check";

def violation:
  .Configuration
  | select(.AwsManaged | flag("AwsManaged") != true)
  | .Targets
  | items("Targets")
  | select(. == [])
  | {Message: "the policy binds nobody", Evidence: {Targets: []}};
