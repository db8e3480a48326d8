module {
  "Title": "SQS queue is not encrypted at rest",
  "ResourceType": "AWS::SQS::Queue",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    {"Path": ".Configuration.Attributes.KmsMasterKeyId", "As": "shape"},
    ".Configuration.Attributes.SqsManagedSseEnabled"
  ],
  "Remediation": "aws sqs set-queue-attributes --queue-url URL --attributes SqsManagedSseEnabled=true, or KmsMasterKeyId=KEY for a key of yours",
  "Source": [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/sqs-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.Attributes | object("Attributes")
  | (.KmsMasterKeyId | text("KmsMasterKeyId")) as $key
  | (.SqsManagedSseEnabled | text("SqsManagedSseEnabled")) as $managed
  | select(($key == null or $key == "") and $managed != "true")
  | {
      Message: "neither a KMS key nor SQS's own encrypts it",
      Evidence: {KmsMasterKeyId: $key, SqsManagedSseEnabled: $managed}
    };
