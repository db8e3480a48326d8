# A key that was never used is judged by its CreateDate.  Unused is strictly more than MaxDays, to the second.
# Inactive and expired keys sign nothing and pass; any other status, a missing one too, is judged.
module {
  "Title": "IAM access key is not used",
  "ResourceType": "AWS::IAM::User",
  "Severity": 60,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.AccessKeys[].AccessKeyId", "As": "carried"},
    ".Configuration.AccessKeys[].Status",
    {"Path": ".Configuration.AccessKeys[].CreateDate", "Cut": "MaxDays"},
    {"Path": ".Configuration.AccessKeys[].LastUsed.LastUsedDate", "Cut": "MaxDays"}
  ],
  "Parameters": {"MaxDays": 90},
  "Remediation": "Ask the owner, then switch the key off: aws iam update-access-key --user-name NAME --access-key-id KEY --status Inactive. If nobody has missed it after 30 days, delete it: aws iam delete-access-key --user-name NAME --access-key-id KEY.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyLastUsed.html"
  ]
};

# Seconds since the Epoch.  The AWS CLI ends a time in +00:00, others in Z, some have a fraction of a second.
def seconds:
  if type != "string" then error("a date is \(type), not text") else . end
  | if .[19:] | rtrimstr("Z") | rtrimstr("+00:00") | ltrimstr(".") | explode | all(.[]; 48 <= . and . <= 57)
    then .[:19] + "Z" | fromdateiso8601
    else error("not a time in UTC: \(.)") end;

def usable_keys:
  .Configuration.AccessKeys
  | if . == null then [] elif type == "array" then . else error("AccessKeys is \(type), not a list") end
  | .[]
  | select(.Status | . != "Inactive" and . != "Expired");

def violation($now; $parameters):
  ($parameters.MaxDays | if type == "number" then . else error("the parameter MaxDays is no number") end) as $max
  | [ usable_keys
      | .LastUsed.LastUsedDate as $used
      | (if $used == null then .CreateDate else $used end) as $since
      | (($now | seconds) - ($since | seconds)) as $age
      | select($age > $max * 86400)
      | {AccessKeyId, CreateDate, LastUsedDate: $used, UnusedDays: ($age / 86400 | floor)} ]
  | select(length > 0)
  | {
      Message: "not used for more than \($max) days: \(map(.AccessKeyId) | join(", "))",
      Evidence: {AccessKeys: ., MaxDays: $max}
    };
