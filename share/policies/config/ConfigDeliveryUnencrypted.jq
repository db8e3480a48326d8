module {
  "Title": "AWS Config delivers to its bucket with no KMS key of yours",
  "ResourceType": "AWS::Config::DeliveryChannel",
  "Severity": 25,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.s3KmsKeyArn", "As": "shape"}],
  "Remediation": "aws configservice put-delivery-channel --delivery-channel file://channel.json with s3KmsKeyArn, whose policy lets AWS Config's role use it; or give the bucket a default key and waive this",
  "Source": ["https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html"]
};
include "check";

def violation:
  .Configuration.s3KmsKeyArn | text("s3KmsKeyArn") | select(. == null or . == "")
  | {Message: "no key is named for what it delivers", Evidence: {s3KmsKeyArn: .}};
