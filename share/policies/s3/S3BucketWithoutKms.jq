# LNT-16's stricter profile: S3's own encryption, AES256, is not enough for it.  A bucket of access logs has no choice:
# S3 delivers them to no bucket with another.
module {
  "Title": "S3 bucket is not encrypted with a KMS key",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.Encryption.ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault.SSEAlgorithm",
    {"Path": ".Configuration.Policy", "Possible": ["{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"logging.s3.amazonaws.com\"}, \"Action\": \"s3:PutObject\", \"Resource\": \"arn:aws:s3:::orders/*\"}]}", null]},
    {"Path": ".Configuration.Acl.Grants", "Possible": [[{"Grantee": {"URI": "http://acs.amazonaws.com/groups/s3/LogDelivery"}, "Permission": "WRITE"}], []]}
  ],
  "OnRequest": true,
  "Remediation": "Let KMS keep the key, so that use of it is logged and can be withdrawn: aws s3api put-bucket-encryption --bucket NAME --server-side-encryption-configuration '{\"Rules\": [{\"ApplyServerSideEncryptionByDefault\": {\"SSEAlgorithm\": \"aws:kms\", \"KMSMasterKeyID\": \"KEY\"}, \"BucketKeyEnabled\": true}]}'. Access logs of S3 itself go to buckets with SSE-S3 only.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html"
  ]
};
include "check";
include "document";
include "bucket";
include "logbucket";

def violation:
  .Configuration
  | [ .Encryption.ServerSideEncryptionConfiguration.Rules | items("Rules")[]
      | .ApplyServerSideEncryptionByDefault.SSEAlgorithm | text("SSEAlgorithm") ] as $algorithms
  | select(any($algorithms[]; . == "aws:kms" or . == "aws:kms:dsse") | not)
  | select((any($algorithms[]; . == "AES256") and takes_logs) | not)
  | $algorithms[0]
  | {Message: "default encryption is \(. // "not configured"), not KMS", Evidence: {SSEAlgorithm: .}};
