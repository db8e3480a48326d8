module {
  "Title": "Cognito user pool lets anybody sign up",
  "ResourceType": "AWS::Cognito::UserPool",
  "Severity": 25,
  "Category": "access_control",
  "OnRequest": true,
  "Reads": [".Configuration.AdminCreateUserConfig.AllowAdminCreateUserOnly"],
  "Remediation": "If its users are known, aws cognito-idp update-user-pool --user-pool-id ID --admin-create-user-config AllowAdminCreateUserOnly=true, with the rest of the pool's settings",
  "Source": [
    "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html"
  ]
};
include "check";

def violation:
  .Configuration.AdminCreateUserConfig.AllowAdminCreateUserOnly
  | flag("AdminCreateUserConfig.AllowAdminCreateUserOnly") | select(. != true)
  | {Message: "anybody can sign up", Evidence: {AllowAdminCreateUserOnly: .}};
