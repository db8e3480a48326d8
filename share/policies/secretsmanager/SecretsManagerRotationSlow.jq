# A secret that is not rotated at all is SecretsManagerRotationDisabled's.
module {
  "Title": "Secrets Manager secret is rotated too seldom",
  "ResourceType": "AWS::SecretsManager::Secret",
  "Severity": 40,
  "Category": "data_protection",
  "Reads": [".Configuration.RotationEnabled", ".Configuration.RotationRules"],
  "Parameters": {"MaxDays": 30},
  "Remediation": "Rotate it more often: aws secretsmanager rotate-secret --secret-id ARN --rotation-rules AutomaticallyAfterDays=30. First see that the rotation works, since this rotates at once.",
  "Source": [
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html"
  ]
};
include "check";

# rate(10 days), rate(12 hours), else null: how often a cron expression comes round is not told.
def rate_days:
  text("ScheduleExpression")
  | if . == null then null
    elif test("^rate\\([0-9]+ days?\\)$") then ltrimstr("rate(") | split(" ")[0] | tonumber
    elif test("^rate\\([0-9]+ hours?\\)$") then ltrimstr("rate(") | split(" ")[0] | tonumber / 24
    else null end;

def violation($now; $parameters):
  ($parameters.MaxDays | if type == "number" then . else error("the parameter MaxDays is no number") end) as $max
  | .Configuration
  | select(.RotationEnabled | flag("RotationEnabled") == true)
  | (.RotationRules | object("RotationRules") | given("RotationRules")) as $rules
  | ($rules.AutomaticallyAfterDays | number("AutomaticallyAfterDays")) as $days
  | (if $days != null then $days else $rules.ScheduleExpression | rate_days end) as $every
  | if $every == null then error("how often the secret is rotated is not understood") else $every end
  | select(. > $max)
  | {Message: "rotated every \(.) days only", Evidence: {Days: ., MaxDays: $max}};
