module {
  "Title": "Secrets Manager secret has not changed for long",
  "ResourceType": "AWS::SecretsManager::Secret",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [
    {"Path": ".Configuration.LastRotatedDate", "Cut": "MaxDays"},
    {"Path": ".Configuration.LastChangedDate", "Cut": "MaxDays"},
    {"Path": ".Configuration.CreatedDate", "Cut": "MaxDays"},
    {"Path": ".Configuration.DeletedDate", "As": "shape"}
  ],
  "Parameters": {"MaxDays": 90},
  "Remediation": "Change the value where it is used and store the new one (aws secretsmanager put-secret-value --secret-id ARN --secret-string file://secret), or let it be rotated: aws secretsmanager rotate-secret --secret-id ARN --rotation-lambda-arn FUNCTION --rotation-rules AutomaticallyAfterDays=30.",
  "Source": [
    "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  ($parameters.MaxDays | if type == "number" then . else error("the parameter MaxDays is no number") end) as $max
  | .Configuration
  | select(.DeletedDate == null)
  | [.LastRotatedDate, .LastChangedDate, .CreatedDate | select(. != null) | seconds]
  | if . == [] then error("no date tells when the secret changed") else ($now | seconds) - max end
  | select(. > $max * 86400)
  | {Message: "not changed in \(. / 86400 | floor) days", Evidence: {AgeDays: (. / 86400 | floor), MaxDays: $max}};
