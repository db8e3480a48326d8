module {
  "Title": "AWS account lets passwords live for ever",
  "ResourceType": "AWS::::Account",
  "Severity": 20,
  "Category": "access_control",
  "Reads": [
    ".Configuration.PasswordPolicy.MaxPasswordAge",
    {"Path": ".Configuration.AccountSummary.Users", "Possible": [null]}
  ],
  "Parameters": {"MaxAge": 90},
  "OnRequest": true,
  "Remediation": "Let passwords expire where a rule asks for it: aws iam update-account-password-policy with --max-password-age 90 beside all other settings. Without such a rule long passwords with MFA, changed when one is lost, serve better.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html"
  ]
};
include "check";

# Without users there are no passwords that it could bind.
def users: .AccountSummary.Users | number("Users") | . != 0;

def violation($now; $parameters):
  ($parameters.MaxAge | if type == "number" then . else error("the parameter MaxAge is no number") end) as $max
  | .Configuration
  | select(users)
  | (.PasswordPolicy | object("PasswordPolicy") | .MaxPasswordAge | number("MaxPasswordAge")) as $age
  | select($age == null or $age == 0 or $age > $max)
  | {Message: "passwords live longer than \($max) days", Evidence: {MaxPasswordAge: $age, MaxAge: $max}};
