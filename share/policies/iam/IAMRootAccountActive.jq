# Active is: the root user has an access key, or its password or a key was used in the last MaxDays.
# The account summary knows of keys; the credential report knows of keys and of use.  A record with only the first is
# judged by keys alone; with neither there is no telling.
# The report writes true, false, a time, or why there is none: N/A, no_information, not_supported.
# Possible: the one of the two that could not be read matters only where the other does not decide.
module {
  "Title": "AWS account's root user is active",
  "ResourceType": "AWS::::Account",
  "Severity": 95,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.AccountSummary.AccountAccessKeysPresent", "Possible": [1, null]},
    {"Path": ".Configuration.RootCredentialReport", "Possible": [{"access_key_1_active": "true"}, null]}
  ],
  "Parameters": {"MaxDays": 90},
  "Remediation": "Sign in as the root user and delete its access keys (Security credentials), give it an MFA device and put its password away. Work through IAM Identity Center or roles instead. In an organization, let root access be managed centrally and remove the member accounts' root credentials. If you did not expect the use, look for userIdentity.type Root in CloudTrail.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html"
  ]
};

# Seconds since the Epoch.  The AWS CLI ends a time in +00:00, others in Z, some have a fraction of a second.
def seconds:
  if type != "string" then error("a date is \(type), not text") else . end
  | if .[19:] | rtrimstr("Z") | rtrimstr("+00:00") | ltrimstr(".") | explode | all(.[]; 48 <= . and . <= 57)
    then .[:19] + "Z" | fromdateiso8601
    else error("not a time in UTC: \(.)") end;

def key_in_summary:
  .AccountSummary.AccountAccessKeysPresent
  | if . == null then null elif type == "number" then . > 0 else error("AccountAccessKeysPresent is \(type)") end;

def key_in_report:
  .RootCredentialReport
  | .access_key_1_active, .access_key_2_active
  | if . == null then null
    elif type != "string" then error("access_key_active is \(type), not text")
    else ascii_downcase
      | if . == "true" then true
        elif . == "false" or . == "n/a" or . == "not_supported" then false
        else error("access_key_active is \(tojson)") end
    end;

def uses:
  .RootCredentialReport
  | {Type: "password", Date: .password_last_used},
    {Type: "access key", Date: (.access_key_1_last_used_date, .access_key_2_last_used_date)}
  | select(.Date | . != null and . != "N/A" and . != "no_information" and . != "not_supported");

def violation($now; $parameters):
  ($parameters.MaxDays | if type == "number" then . else error("the parameter MaxDays is no number") end) as $max
  | .Configuration
  | [key_in_summary, key_in_report] as $keys
  | [uses | .Seconds = (.Date | seconds)] as $uses
  | ($uses | max_by(.Seconds)) as $last
  | ($last != null and ($now | seconds) - $last.Seconds <= $max * 86400) as $used
  | if any($keys[]; . == true) or $used then
      {
        Message: ([
            if any($keys[]; . == true) then "the root user has an access key" else empty end,
            if $used then "the root user's \($last.Type) was used in the last \($max) days" else empty end
          ] | join("; ")),
        Evidence: {
          AccessKeysExist: any($keys[]; . == true),
          LastActivity: $last.Date,
          ActivityType: $last.Type,
          MaxDays: $max
        }
      }
    elif all($keys[]; . == null) then error("neither account summary nor credential report tells of access keys")
    elif .RootCredentialReport != null and .RootCredentialReport.password_last_used == null then
      error("the credential report has no password_last_used")
    else empty end;
