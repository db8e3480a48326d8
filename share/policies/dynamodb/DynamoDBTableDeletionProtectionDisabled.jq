# Tables older than the setting do not have it: only true protects.
module {
  "Title": "DynamoDB table can be deleted by one call",
  "ResourceType": "AWS::DynamoDB::Table",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [".Configuration.DeletionProtectionEnabled"],
  "Remediation": "Run aws dynamodb update-table --table-name NAME --deletion-protection-enabled. It costs nothing and takes effect at once.",
  "Source": [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.DeletionProtectionEnabled
   | flag("DeletionProtectionEnabled") | select(. != true)
  | {Message: "deletion protection is off", Evidence: {DeletionProtectionEnabled: .}};
