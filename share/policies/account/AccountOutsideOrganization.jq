module {
  "Title": "AWS account is in no organization",
  "ResourceType": "AWS::::Account",
  "Severity": 40,
  "Category": "access_control",
  "Reads": [{"Path": ".Configuration.Organization", "As": "shape"}],
  "OnRequest": true,
  "Remediation": "Let the organization's management account invite it (aws organizations invite-account-to-organization --target Id=ACCOUNT,Type=ACCOUNT), so that its policies, trails and bills cover the account.",
  "Source": ["https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_invite-account.html"]
};
include "check";

def violation:
  .Configuration
  | if has("Organization") then .Organization else error("Organization is missing") end
  | object("Organization")
  | select(. == null)
  | {Message: "the account is in no organization", Evidence: {Organization: null}};
