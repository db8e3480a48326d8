module {
  "Title": "Cognito user pool can be deleted by one call",
  "ResourceType": "AWS::Cognito::UserPool",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [".Configuration.DeletionProtection"],
  "Remediation": "aws cognito-idp update-user-pool --user-pool-id ID --deletion-protection ACTIVE, with the rest of the pool's settings, which the call would set to their defaults",
  "Source": ["https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html"]
};
include "check";

def violation:
  .Configuration.DeletionProtection | text("DeletionProtection") | select(. != "ACTIVE")
  | {Message: "deletion protection is \(. // "not configured")", Evidence: {DeletionProtection: .}};
