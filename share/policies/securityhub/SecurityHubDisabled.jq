module {
  "Title": "AWS account has no Security Hub in a region",
  "ResourceType": "AWS::::Monitoring",
  "Severity": 50,
  "Category": "monitoring",
  "Reads": [{"Path": ".Configuration.SecurityHub.HubArn", "As": "carried"}],
  "Remediation": "Enable it: aws securityhub enable-security-hub --enable-default-standards --region REGION. In an organization let a delegated administrator enable it for all accounts.",
  "Source": ["https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html"]
};
include "check";

def violation:
  .Configuration
  | if has("SecurityHub") then .SecurityHub else error("SecurityHub is missing") end
  | object("SecurityHub")
  | select(.HubArn | text("HubArn") == null)
  | {Message: "Security Hub is not enabled", Evidence: {HubArn: null}};
