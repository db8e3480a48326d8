module {
  "Title": "SQS queue is not encrypted with a KMS key",
  "ResourceType": "AWS::SQS::Queue",
  "Severity": 25,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.Attributes.KmsMasterKeyId", "As": "shape"}],
  "Remediation": "aws sqs set-queue-attributes --queue-url URL --attributes KmsMasterKeyId=KEY",
  "Source": [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html"
  ]
};
include "check";

def violation:
  .Configuration.Attributes.KmsMasterKeyId | text("Attributes.KmsMasterKeyId") | select(. == null or . == "")
  | {Message: "no KMS key: who may read it cannot be said by a key's policy", Evidence: {KmsMasterKeyId: .}};
