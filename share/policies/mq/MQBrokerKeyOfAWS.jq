module {
  "Title": "Amazon MQ broker is encrypted with a key that AWS owns",
  "ResourceType": "AWS::AmazonMQ::Broker",
  "Severity": 25,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [".Configuration.EncryptionOptions.UseAwsOwnedKey"],
  "Remediation": "It is set when a broker is made: aws mq create-broker with --encryption-options UseAwsOwnedKey=false,KmsKeyId=KEY. Move queues and clients.",
  "Source": [
    "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html",
    "https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers-broker-id.html"
  ]
};
include "check";

def violation:
  .Configuration.EncryptionOptions | object("EncryptionOptions")
  | .UseAwsOwnedKey | flag("UseAwsOwnedKey") | select(. != false)
  | {Message: "no key of the account's", Evidence: {UseAwsOwnedKey: .}};
