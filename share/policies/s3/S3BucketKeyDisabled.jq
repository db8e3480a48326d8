# Two layers of KMS (aws:kms:dsse) know no bucket key.
module {
  "Title": "S3 bucket asks KMS for every object",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 20,
  "Category": "cost",
  "Reads": [
    ".Configuration.Encryption.ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault.SSEAlgorithm",
    ".Configuration.Encryption.ServerSideEncryptionConfiguration.Rules[].BucketKeyEnabled"
  ],
  "OnRequest": true,
  "Remediation": "Turn the bucket key on, which saves nearly all requests to KMS: aws s3api put-bucket-encryption with BucketKeyEnabled true beside the same ApplyServerSideEncryptionByDefault. CloudTrail's events of KMS then name the bucket instead of each object.",
  "Source": ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html"]
};
include "check";

def violation:
  [ .Configuration.Encryption.ServerSideEncryptionConfiguration.Rules | items("Rules")[]
    | select(.ApplyServerSideEncryptionByDefault.SSEAlgorithm | text("SSEAlgorithm") | . == "aws:kms")
    | select(.BucketKeyEnabled | flag("BucketKeyEnabled") != true) ]
  | select(. != [])
  | {Message: "encrypted with KMS, without a bucket key", Evidence: {BucketKeyEnabled: .[0].BucketKeyEnabled}};
