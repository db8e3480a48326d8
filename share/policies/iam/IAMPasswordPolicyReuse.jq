module {
  "Title": "AWS account allows old passwords again",
  "ResourceType": "AWS::::Account",
  "Severity": 40,
  "Category": "access_control",
  "Reads": [
    ".Configuration.PasswordPolicy.PasswordReusePrevention",
    {"Path": ".Configuration.AccountSummary.Users", "Possible": [null]}
  ],
  "Parameters": {"MinRemembered": 24},
  "Remediation": "Give all settings at once, those left out go back to AWS's own: aws iam update-account-password-policy --minimum-password-length 14 --require-uppercase-characters --require-lowercase-characters --require-numbers --require-symbols --password-reuse-prevention 24.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html"
  ]
};
include "check";

# Without users there are no passwords that it could bind.
def users: .AccountSummary.Users | number("Users") | . != 0;

def violation($now; $parameters):
  ($parameters.MinRemembered | if type == "number" then . else error("the parameter MinRemembered is no number") end)
    as $min
  | .Configuration
  | select(users)
  | (.PasswordPolicy | object("PasswordPolicy") | .PasswordReusePrevention | number("PasswordReusePrevention")) as $kept
  | select($kept == null or $kept < $min)
  | {
      Message: "less than \($min) old passwords are refused",
      Evidence: {PasswordReusePrevention: $kept, MinRemembered: $min}
    };
