# Root without any MFA is IAMRootMfaDisabled's.  An MFA device that is not virtual is hardware: a key or a token.
module {
  "Title": "AWS account's root user has a virtual MFA device",
  "ResourceType": "AWS::::Account",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [
    ".Configuration.AccountSummary.AccountMFAEnabled",
    {"Path": ".Configuration.RootVirtualMFADevices[].SerialNumber", "As": "carried"}
  ],
  "Remediation": "Register a hardware device, best two security keys, as the root user under Security credentials; then remove the virtual one: aws iam deactivate-mfa-device is for users, root's own is removed in the console.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_mfa.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.AccountSummary | object("AccountSummary") | .AccountMFAEnabled | number("AccountMFAEnabled")
      | given("AccountMFAEnabled") | . > 0)
  | [.RootVirtualMFADevices | given("RootVirtualMFADevices") | items("RootVirtualMFADevices")[] | .SerialNumber]
  | select(. != [])
  | {Message: "the root user's MFA device is software", Evidence: {SerialNumbers: .}};
