# CloudTrail names operations on buckets as the REST API does, SDKs another way: PutBucketEncryption and
# PutEncryptionConfiguration, DeleteBucketPublicAccessBlock and DeletePublicAccessBlock.  Both are here.
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html
module {
  "EventSource": "s3.amazonaws.com",
  "Resources": [
    {
      "ResourceType": "AWS::S3::Bucket", "Item": "bucket",
      "Created": ["CreateBucket"],
      "Changed": [
        "CreateBucket", "DeleteBucketCors", "DeleteBucketEncryption", "DeleteBucketLifecycle",
        "DeleteBucketOwnershipControls", "DeleteBucketPolicy", "DeleteBucketPublicAccessBlock", "DeleteBucketReplication",
        "DeleteBucketTagging", "DeleteBucketWebsite", "DeletePublicAccessBlock", "PutAccelerateConfiguration", "PutBucketAcl",
        "PutBucketCors", "PutBucketEncryption", "PutBucketLifecycle", "PutBucketLifecycleConfiguration", "PutBucketLogging",
        "PutBucketNotification", "PutBucketNotificationConfiguration", "PutBucketOwnershipControls", "PutBucketPolicy",
        "PutBucketPublicAccessBlock", "PutBucketReplication", "PutBucketRequestPayment", "PutBucketTagging",
        "PutBucketVersioning", "PutBucketWebsite", "PutEncryptionConfiguration", "PutLifecycleConfiguration",
        "PutObjectLockConfiguration", "PutPublicAccessBlock", "PutReplicationConfiguration"
      ],
      "Deleted": ["DeleteBucket"]
    },
    {
      "ResourceType": "AWS::::Account", "Item": "account",
      "Changed": ["DeleteAccountPublicAccessBlock", "PutAccountPublicAccessBlock"]
    }
  ]
};

def bucket($at): {Name: .requestParameters.bucketName};

def account($at): {};
