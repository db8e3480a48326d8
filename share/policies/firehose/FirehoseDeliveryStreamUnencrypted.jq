# Only a stream that is written to directly can be encrypted here; others have their data in a stream, a cluster or a
# database.
module {
  "Title": "Firehose stream is not encrypted",
  "ResourceType": "AWS::KinesisFirehose::DeliveryStream",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.DeliveryStreamType", ".Configuration.DeliveryStreamEncryptionConfiguration.Status"],
  "Remediation": "Run aws firehose start-delivery-stream-encryption --delivery-stream-name NAME --delivery-stream-encryption-configuration-input KeyType=AWS_OWNED_CMK, or KeyType=CUSTOMER_MANAGED_CMK,KeyARN=KEY.",
  "Source": [
    "https://docs.aws.amazon.com/firehose/latest/dev/encryption.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/datafirehose-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.DeliveryStreamType | text("DeliveryStreamType")
      | . == null or (IN("KinesisStreamAsSource", "MSKAsSource", "DatabaseAsSource") | not))
  | .DeliveryStreamEncryptionConfiguration | object("DeliveryStreamEncryptionConfiguration")
  | .Status | text("Status") | select(. == null or (IN("ENABLED", "ENABLING") | not))
  | {Message: "server-side encryption is off", Evidence: {Status: .}};
