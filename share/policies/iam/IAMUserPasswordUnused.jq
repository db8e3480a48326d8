# A password that was never used is idle since it was made.  Too long is strictly more than MaxDays, to the second.
module {
  "Title": "IAM user's password was not used",
  "ResourceType": "AWS::IAM::User",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.LoginProfile", "As": "shape"},
    {"Path": ".Configuration.LoginProfile.CreateDate", "Cut": "MaxDays"},
    {"Path": ".Configuration.PasswordLastUsed", "Cut": "MaxDays"}
  ],
  "Parameters": {"MaxDays": 90},
  "Remediation": "Take the password away from who does not sign in: aws iam delete-login-profile --user-name NAME. Whoever needs the console again gets a new one, or better a role through IAM Identity Center.",
  "Source": [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_User.html"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  ($parameters.MaxDays | if type == "number" then . else error("the parameter MaxDays is no number") end) as $max
  | .Configuration
  | select(.LoginProfile | object("LoginProfile") != null)
  | (if .PasswordLastUsed != null then .PasswordLastUsed else .LoginProfile.CreateDate | given("CreateDate") end)
    as $last
  | (($now | seconds) - ($last | seconds)) as $idle
  | select($idle > $max * 86400)
  | {
      Message: "the password was not used in \($idle / 86400 | floor) days",
      Evidence: {
        PasswordLastUsed,
        CreateDate: .LoginProfile.CreateDate,
        UnusedDays: ($idle / 86400 | floor),
        MaxDays: $max
      }
    };
