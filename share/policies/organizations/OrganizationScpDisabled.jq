module {
  "Title": "AWS organization has no service control policies",
  "ResourceType": "AWS::Organizations::Organization",
  "Severity": 60,
  "Category": "access_control",
  "Reads": [".Configuration.Roots[].PolicyTypes"],
  "Remediation": "Enable them for the root: aws organizations enable-policy-type --root-id ROOT --policy-type SERVICE_CONTROL_POLICY. Each account then has FullAWSAccess, so that nothing changes until other policies are attached.",
  "Source": ["https://docs.aws.amazon.com/organizations/latest/userguide/enable-policy-type.html"]
};
include "check";

def violation:
  [.Configuration.Roots | given("Roots") | items("Roots")[] | .PolicyTypes | items("PolicyTypes")[]
    | select(.Type == "SERVICE_CONTROL_POLICY") | .Status | text("Status")]
  | select(any(.[]; . == "ENABLED") | not)
  | {Message: "service control policies are not enabled", Evidence: {Status: .[0]}};
