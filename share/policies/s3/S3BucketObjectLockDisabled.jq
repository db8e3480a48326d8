module {
  "Title": "S3 bucket's objects can be deleted at any time",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 40,
  "Category": "data_protection",
  "Reads": [".Configuration.ObjectLockConfiguration.ObjectLockEnabled"],
  "OnRequest": true,
  "Remediation": "Turn Object Lock on where records must be kept: aws s3api put-object-lock-configuration --bucket NAME --object-lock-configuration '{\"ObjectLockEnabled\": \"Enabled\", \"Rule\": {\"DefaultRetention\": {\"Mode\": \"GOVERNANCE\", \"Days\": 30}}}'. Versioning must be on, and Object Lock cannot be turned off again.",
  "Source": ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"]
};
include "check";

def violation:
  .Configuration.ObjectLockConfiguration
  | object("ObjectLockConfiguration")
  | .ObjectLockEnabled
  | text("ObjectLockEnabled")
  | select(. != "Enabled")
  | {Message: "Object Lock is off", Evidence: {ObjectLockEnabled: .}};
