module {
  "Title": "Cognito user pool accepts weak passwords",
  "ResourceType": "AWS::Cognito::UserPool",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.Policies.PasswordPolicy"],
  "Parameters": {"MinimumLength": 8, "MaxTemporaryDays": 7},
  "Remediation": "aws cognito-idp update-user-pool --user-pool-id ID --policies file://policies.json with MinimumLength 8, all four kinds of characters required and TemporaryPasswordValidityDays 7; a call sets what it leaves out to its default, so give the rest of the pool's settings too",
  "Source": [
    "https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration.Policies | object("Policies") | .PasswordPolicy | object("PasswordPolicy") // {}
  | [ (.MinimumLength | number("MinimumLength") | select(. == null or . < $parameters.MinimumLength)
      | "MinimumLength"),
      (.TemporaryPasswordValidityDays | number("TemporaryPasswordValidityDays")
        | select(. == null or . > $parameters.MaxTemporaryDays) | "TemporaryPasswordValidityDays"),
      ("RequireLowercase", "RequireUppercase", "RequireNumbers", "RequireSymbols") as $name
      | if $name then .[$name] | flag($name) | select(. != true) | $name else empty end ] as $weak
  | select($weak != [])
  | {Message: "too weak: \($weak | join(", "))", Evidence: {PasswordPolicy: ., Weak: $weak}};
