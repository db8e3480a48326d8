# Secrets Manager rotates on or before NextRotationDate; where that has gone by, the rotation failed.  It is told of
# secrets that rotate by days or a schedule.
module {
  "Title": "Secrets Manager secret's rotation is overdue",
  "ResourceType": "AWS::SecretsManager::Secret",
  "Severity": 60,
  "Category": "data_protection",
  "Reads": [".Configuration.RotationEnabled", {"Path": ".Configuration.NextRotationDate", "Cut": "MaxDays"}],
  "Parameters": {"MaxDays": 1},
  "Remediation": "Find in the logs of the rotation function why it failed, then rotate by hand: aws secretsmanager rotate-secret --secret-id ARN.",
  "Source": [
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  ($parameters.MaxDays | if type == "number" then . else error("the parameter MaxDays is no number") end) as $max
  | .Configuration
  | select(.RotationEnabled | flag("RotationEnabled") == true)
  | select(.NextRotationDate != null)
  | (($now | seconds) - (.NextRotationDate | seconds)) as $late
  | select($late > $max * 86400)
  | {Message: "the rotation is \($late / 86400 | floor) days late", Evidence: {NextRotationDate, MaxDays: $max}};
