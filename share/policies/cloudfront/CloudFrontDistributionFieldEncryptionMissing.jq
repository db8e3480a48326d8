module {
  "Title": "CloudFront distribution encrypts no field of its own between viewer and application",
  "ResourceType": "AWS::CloudFront::Distribution",
  "Severity": 10,
  "Category": "encryption",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.DefaultCacheBehavior.FieldLevelEncryptionId", "As": "shape"}],
  "Remediation": "Where viewers send data that only one part of the application may read, make a profile with aws cloudfront create-field-level-encryption-profile --field-level-encryption-profile-config file://profile.json, and set FieldLevelEncryptionId of the cache behavior.",
  "Source": ["https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html"]
};
include "check";

def violation:
  .Configuration.DefaultCacheBehavior.FieldLevelEncryptionId | text("DefaultCacheBehavior.FieldLevelEncryptionId")
  | select(. == null or . == "")
  | {Message: "no field is encrypted beyond HTTPS", Evidence: {FieldLevelEncryptionId: .}};
