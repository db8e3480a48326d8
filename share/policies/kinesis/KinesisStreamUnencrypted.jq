module {
  "Title": "Kinesis stream is not encrypted",
  "ResourceType": "AWS::Kinesis::Stream",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.EncryptionType"],
  "Remediation": "Run aws kinesis start-stream-encryption --stream-name NAME --encryption-type KMS --key-id alias/aws/kinesis, or with a key of your own, which producers and consumers must then be allowed to use.",
  "Source": [
    "https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/kinesis-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.EncryptionType | text("EncryptionType") | select(. != "KMS")
  | {Message: "server-side encryption is off", Evidence: {EncryptionType: .}};
