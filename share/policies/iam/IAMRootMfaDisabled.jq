# Where root access is managed centrally, root has neither password nor key, and nothing that MFA would guard.
module {
  "Title": "AWS account's root user has no MFA",
  "ResourceType": "AWS::::Account",
  "Severity": 95,
  "Category": "access_control",
  "Reads": [
    ".Configuration.AccountSummary.AccountMFAEnabled",
    {"Path": ".Configuration.AccountSummary.AccountPasswordPresent", "Possible": [1, 0]},
    {"Path": ".Configuration.AccountSummary.AccountAccessKeysPresent", "Possible": [1, 0]}
  ],
  "Remediation": "Sign in as the root user and register an MFA device under Security credentials, best a passkey or a security key, and a second one to be kept elsewhere. In an organization, let root access be managed centrally and remove the member accounts' root credentials.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_mfa.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html"
  ]
};
include "check";

def number_of($name): .[$name] | number($name);

def violation:
  .Configuration.AccountSummary
  | object("AccountSummary")
  | select(number_of("AccountMFAEnabled") | given("AccountMFAEnabled") | . == 0)
  | select(number_of("AccountPasswordPresent") != 0 or (number_of("AccountAccessKeysPresent") | . != 0 and . != null))
  | {Message: "the root user signs in without MFA", Evidence: {AccountMFAEnabled: 0, AccountPasswordPresent}};
