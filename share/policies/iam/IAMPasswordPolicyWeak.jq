module {
  "Title": "AWS account allows passwords of few kinds of characters",
  "ResourceType": "AWS::::Account",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [
    ".Configuration.PasswordPolicy.RequireUppercaseCharacters",
    ".Configuration.PasswordPolicy.RequireLowercaseCharacters",
    ".Configuration.PasswordPolicy.RequireNumbers",
    ".Configuration.PasswordPolicy.RequireSymbols",
    {"Path": ".Configuration.AccountSummary.Users", "Possible": [null]}
  ],
  "Remediation": "Give all settings at once, those left out go back to AWS's own: aws iam update-account-password-policy --minimum-password-length 14 --require-uppercase-characters --require-lowercase-characters --require-numbers --require-symbols --password-reuse-prevention 24.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html"
  ]
};
include "check";

# Without users there are no passwords that it could bind.
def users: .AccountSummary.Users | number("Users") | . != 0;

def violation:
  .Configuration
  | select(users)
  | (.PasswordPolicy | object("PasswordPolicy")) as $policy
  | [("RequireUppercaseCharacters", "RequireLowercaseCharacters", "RequireNumbers", "RequireSymbols") as $name
      | select($policy[$name] | flag($name) != true) | $name]
  | select(. != [])
  | {Message: "not required: \(map(ltrimstr("Require")) | join(", "))", Evidence: {NotRequired: .}};
