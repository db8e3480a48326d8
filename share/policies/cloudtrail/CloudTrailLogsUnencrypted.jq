module {
  "Title": "CloudTrail trail's logs are not encrypted with a KMS key",
  "ResourceType": "AWS::CloudTrail::Trail",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [{"Path": ".Configuration.KmsKeyId", "As": "shape"}],
  "Remediation": "Give the trail a key whose policy lets CloudTrail use it: aws cloudtrail update-trail --name NAME --kms-key-id KEY. Without it the files have S3's own encryption, and whoever may read the bucket may read them.",
  "Source": [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.KmsKeyId
  | text("KmsKeyId")
  | select(. == null or . == "")
  | {Message: "no KMS key encrypts the log files", Evidence: {KmsKeyId: .}};
