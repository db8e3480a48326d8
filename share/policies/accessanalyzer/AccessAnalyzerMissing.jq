module {
  "Title": "AWS account has no access analyzer in a region",
  "ResourceType": "AWS::::Monitoring",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.Analyzers[].type", ".Configuration.Analyzers[].status"],
  "Remediation": "Make one for access from outside: aws accessanalyzer create-analyzer --analyzer-name external --type ACCOUNT --region REGION, or once for all accounts with --type ORGANIZATION in the organization's administrator account.",
  "Source": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html"]
};
include "check";

# An organization's analyzer is listed in the account that administers it alone: its members need one of their own, or a
# waiver.
def violation:
  [.Configuration.Analyzers | given("Analyzers") | items("Analyzers")[]
    | select(.type | text("type") | . == "ACCOUNT" or . == "ORGANIZATION")
    | .status | text("status")]
  | select(any(.[]; . == "ACTIVE") | not)
  | {Message: "no analyzer of external access is active", Evidence: {Analyzers: length, Active: 0}};
