# No login profile: no console password, so nothing that an MFA device would guard at sign-in.
# A record without MFADevices shows none.
module {
  "Title": "IAM user signs in to the console without MFA",
  "ResourceType": "AWS::IAM::User",
  "Severity": 85,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.LoginProfile", "As": "shape"},
    {"Path": ".Configuration.MFADevices", "Possible": [[], [{"SerialNumber": "any"}]], "As": "carried"},
    {"Path": ".Configuration.PasswordLastUsed", "Possible": [null], "As": "carried"}
  ],
  "Remediation": "Let the user register an MFA device (console: Security credentials; or aws iam enable-mfa-device), best a passkey or security key. A user who needs no console loses the password instead: aws iam delete-login-profile --user-name NAME. Deny everything but registering a device to those who signed in without one.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetLoginProfile.html"
  ]
};

def console:
  .LoginProfile
  | if . == null then false elif type == "object" then true else error("LoginProfile is \(type), not an object") end;

def devices:
  .MFADevices
  | if . == null then [] elif type == "array" then . else error("MFADevices is \(type), not a list") end
  | map(.SerialNumber | if type == "string" then . else error("an MFA device has no serial number") end);

def violation:
  .Configuration
  | select(console and devices == [])
  | {
      Message: "console password without an MFA device",
      Evidence: {ConsoleAccess: true, MFAEnabled: false, PasswordLastUsed}
    };
