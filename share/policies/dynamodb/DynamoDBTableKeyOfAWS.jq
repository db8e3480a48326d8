# DynamoDB encrypts each table.  Without SSEDescription it does so with a key that the account neither sees nor
# controls.
module {
  "Title": "DynamoDB table is encrypted with a key that AWS owns",
  "ResourceType": "AWS::DynamoDB::Table",
  "Severity": 50,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [".Configuration.SSEDescription.Status", ".Configuration.SSEDescription.SSEType"],
  "Remediation": "Run aws dynamodb update-table --table-name NAME --sse-specification Enabled=true,SSEType=KMS,KMSMasterKeyId=KEY, where who may decrypt must be told by a key's policy and seen in CloudTrail. Each request may then cost a call of KMS.",
  "Source": [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSEDescription.html"
  ]
};
include "check";

def violation:
  .Configuration.SSEDescription | object("SSEDescription")
  | (.Status | text("Status")) as $status | (.SSEType | text("SSEType")) as $type
  | select(($status | IN("ENABLED", "UPDATING") | not) or $type != "KMS")
  | {Message: "no key in KMS", Evidence: {Status: $status, SSEType: $type}};
