module {
  "Title": "AWS account allows short passwords",
  "ResourceType": "AWS::::Account",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [
    ".Configuration.PasswordPolicy.MinimumPasswordLength",
    {"Path": ".Configuration.AccountSummary.Users", "Possible": [null]}
  ],
  "Parameters": {"MinLength": 14},
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
  ($parameters.MinLength | if type == "number" then . else error("the parameter MinLength is no number") end) as $min
  | .Configuration
  | select(users)
  | (.PasswordPolicy | object("PasswordPolicy") | .MinimumPasswordLength | number("MinimumPasswordLength")) as $length
  | select($length == null or $length < $min)
  | {
      Message: "passwords may have less than \($min) characters",
      Evidence: {MinimumPasswordLength: $length, MinLength: $min}
    };
