module {
  "Title": "DynamoDB table cannot be restored to a point in time",
  "ResourceType": "AWS::DynamoDB::Table",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [".Configuration.ContinuousBackups.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus"],
  "Remediation": "Run aws dynamodb update-continuous-backups --table-name NAME --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true. It is billed by the table's size.",
  "Source": [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.ContinuousBackups | object("ContinuousBackups")
  | .PointInTimeRecoveryDescription | object("PointInTimeRecoveryDescription")
  | .PointInTimeRecoveryStatus | text("PointInTimeRecoveryStatus") | select(. != "ENABLED")
  | {Message: "point-in-time recovery is off", Evidence: {PointInTimeRecoveryStatus: .}};
