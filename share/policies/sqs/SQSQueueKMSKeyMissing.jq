module {
  "Title": "SQS queue is not encrypted with a KMS key of its owner",
  "ResourceType": "AWS::SQS::Queue",
  "Severity": 25,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [".Configuration.Attributes.KmsMasterKeyId"],
  "Remediation": "aws sqs set-queue-attributes --queue-url URL --attributes KmsMasterKeyId=KEY",
  "Source": [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html"
  ]
};
include "check";

def violation:
  .Configuration.Attributes.KmsMasterKeyId | text("Attributes.KmsMasterKeyId")
  | select(. == null or . == "" or . == "alias/aws/sqs")
  | {
      Message: "\(if . == "alias/aws/sqs" then "the KMS key is AWS's" else "no KMS key" end): who may read it cannot be said by a key's policy",
      Evidence: {KmsMasterKeyId: .}
    };
