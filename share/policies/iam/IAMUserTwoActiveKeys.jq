# Two are for the days in which one replaces the other.  A key without a status is judged as active.
module {
  "Title": "IAM user has two active access keys",
  "ResourceType": "AWS::IAM::User",
  "Severity": 40,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.AccessKeys[].AccessKeyId", "As": "carried"},
    ".Configuration.AccessKeys[].Status"
  ],
  "Remediation": "Find out which is used (aws iam get-access-key-last-used --access-key-id KEY), switch the other off (aws iam update-access-key --user-name NAME --access-key-id KEY --status Inactive), and delete it when nothing has broken: aws iam delete-access-key --user-name NAME --access-key-id KEY.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html"
  ]
};
include "check";

def violation:
  [ .Configuration.AccessKeys | items("AccessKeys")[]
    | select(.Status | text("Status") | . != "Inactive" and . != "Expired")
    | .AccessKeyId ]
  | select(length > 1)
  | {Message: "\(length) access keys are active", Evidence: {AccessKeyIds: .}};
