# LNT-16's stricter profile: S3's own encryption, AES256, is not enough for it.
module {
  "Title": "S3 bucket is not encrypted with a KMS key",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.Encryption.ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault.SSEAlgorithm"
  ],
  "OnRequest": true,
  "Remediation": "Let KMS keep the key, so that use of it is logged and can be withdrawn: aws s3api put-bucket-encryption --bucket NAME --server-side-encryption-configuration '{\"Rules\": [{\"ApplyServerSideEncryptionByDefault\": {\"SSEAlgorithm\": \"aws:kms\", \"KMSMasterKeyID\": \"KEY\"}, \"BucketKeyEnabled\": true}]}'. Access logs of S3 itself go to buckets with SSE-S3 only.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html"
  ]
};
include "check";

def violation:
  [ .Configuration.Encryption.ServerSideEncryptionConfiguration.Rules | items("Rules")[]
    | .ApplyServerSideEncryptionByDefault.SSEAlgorithm | text("SSEAlgorithm") ]
  | select(any(.[]; . == "aws:kms" or . == "aws:kms:dsse") | not)
  | {Message: "default encryption is \(.[0] // "not configured"), not KMS", Evidence: {SSEAlgorithm: .[0]}};
