module {
  "Title": "AWS organization shares the bill alone",
  "ResourceType": "AWS::Organizations::Organization",
  "Severity": 40,
  "Category": "access_control",
  "Reads": [".Configuration.FeatureSet"],
  "Remediation": "Enable all features, without which no policy binds the accounts: aws organizations enable-all-features. Invited accounts must agree to it.",
  "Source": ["https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_support-all-features.html"]
};
include "check";

def violation:
  .Configuration.FeatureSet
  | text("FeatureSet")
  | given("FeatureSet")
  | select(. != "ALL")
  | {Message: "the features are \(.)", Evidence: {FeatureSet: .}};
