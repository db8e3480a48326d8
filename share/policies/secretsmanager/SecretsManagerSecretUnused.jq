# A secret that was never used is idle since it was made.
module {
  "Title": "Secrets Manager secret was not used",
  "ResourceType": "AWS::SecretsManager::Secret",
  "Severity": 40,
  "Category": "cost",
  "Reads": [
    {"Path": ".Configuration.LastAccessedDate", "Cut": "MaxDays"},
    {"Path": ".Configuration.CreatedDate", "Cut": "MaxDays"},
    {"Path": ".Configuration.DeletedDate", "As": "shape"}
  ],
  "Parameters": {"MaxDays": 90},
  "Remediation": "Delete it if nobody needs it: aws secretsmanager delete-secret --secret-id ARN --recovery-window-in-days 30. Within that time aws secretsmanager restore-secret brings it back.",
  "Source": [
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  ($parameters.MaxDays | if type == "number" then . else error("the parameter MaxDays is no number") end) as $max
  | .Configuration
  | select(.DeletedDate == null)
  | (if .LastAccessedDate != null then .LastAccessedDate else .CreatedDate | given("CreatedDate") end | seconds)
    as $last
  | (($now | seconds) - $last) as $idle
  | select($idle > $max * 86400)
  | {
      Message: "not used in \($idle / 86400 | floor) days",
      Evidence: {LastAccessedDate, CreatedDate, UnusedDays: ($idle / 86400 | floor), MaxDays: $max}
    };
