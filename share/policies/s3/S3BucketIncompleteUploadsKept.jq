module {
  "Title": "S3 bucket keeps the parts of uploads that were never completed",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 20,
  "Category": "cost",
  "Reads": [
    ".Configuration.Lifecycle.Rules[].Status",
    {"Path": ".Configuration.Lifecycle.Rules[].AbortIncompleteMultipartUpload", "As": "shape"}
  ],
  "OnRequest": true,
  "Remediation": "Add a lifecycle rule with AbortIncompleteMultipartUpload {\"DaysAfterInitiation\": 7} for all objects: aws s3api put-bucket-lifecycle-configuration --bucket NAME --lifecycle-configuration file://lifecycle.json. It replaces the rules that are there: put these in the file too.",
  "Source": ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html"]
};
include "check";

def rules:
  [.Lifecycle | object("Lifecycle") | .Rules | items("Rules")[]
    | select(.Status | text("Status") | . == "Enabled")];

def violation:
  .Configuration
  | select(all(rules[]; .AbortIncompleteMultipartUpload | object("AbortIncompleteMultipartUpload")
      | . == null or . == {}))
  | {Message: "no lifecycle rule ends incomplete uploads", Evidence: {Rules: (rules | length)}};
