module {
  "Title": "IAM user with a password got an access key with it, and never used it",
  "ResourceType": "AWS::IAM::User",
  "Severity": 40,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.LoginProfile", "As": "shape"},
    ".Configuration.CreateDate",
    {"Path": ".Configuration.AccessKeys[].AccessKeyId", "As": "carried"},
    ".Configuration.AccessKeys[].Status",
    ".Configuration.AccessKeys[].CreateDate",
    {"Path": ".Configuration.AccessKeys[].LastUsed.LastUsedDate", "As": "shape"}
  ],
  "Parameters": {"Minutes": 10},
  "Remediation": "Delete the key that nobody asked for: aws iam delete-access-key --user-name NAME --access-key-id KEY. Make keys when somebody needs one, and then for that use alone.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_create.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  ($parameters.Minutes | if type == "number" then . else error("the parameter Minutes is no number") end) as $minutes
  | .Configuration
  | select(.LoginProfile | object("LoginProfile") != null)
  | (.CreateDate | given("CreateDate") | seconds) as $made
  | [ .AccessKeys | items("AccessKeys")[]
      | select(.Status | text("Status") | . != "Inactive" and . != "Expired")
      | select(.LastUsed.LastUsedDate == null)
      | select((.CreateDate | given("CreateDate") | seconds) - $made <= $minutes * 60)
      | {AccessKeyId, CreateDate} ]
  | select(. != [])
  | {Message: "made within \($minutes) minutes of the user, never used: \(map(.AccessKeyId) | join(", "))",
      Evidence: {AccessKeys: .}};
