module {
  "Title": "Cognito user pool lets users in without a second factor",
  "ResourceType": "AWS::Cognito::UserPool",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.MfaConfiguration"],
  "Parameters": {"Accepted": ["ON"]},
  "Remediation": "aws cognito-idp set-user-pool-mfa-config --user-pool-id ID --mfa-configuration ON --software-token-mfa-configuration Enabled=true",
  "Source": ["https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"]
};
include "check";

def violation($now; $parameters):
  .Configuration.MfaConfiguration | text("MfaConfiguration") | select(IN($parameters.Accepted[]) | not)
  | {Message: "MFA is \(. // "not configured")", Evidence: {MfaConfiguration: .}};
