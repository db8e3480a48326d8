# One list names the buckets of all regions; each is then asked in its own region.
# MaxBuckets: an account that may hold more than 10,000 buckets is refused an unpaged list, and a paged one names regions.
# https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html
module {
  "ResourceType": "AWS::S3::Bucket",
  "Service": "s3",
  "Scope": "everywhere",
  "List": {
    "Operation": "ListBuckets", "Parameters": {"MaxBuckets": 10000}, "Token": "ContinuationToken",
    "Items": "Buckets[]", "Permission": "s3:ListAllMyBuckets"
  },
  "One": {
    "By": ["Name"],
    "Call": {
      "Operation": "ListBuckets", "Parameters": {"MaxBuckets": 10000, "Prefix": "$One.Name"}, "Token": "ContinuationToken",
      "Items": "Buckets[]", "Permission": "s3:ListAllMyBuckets"
    }
  },
  "Once": [
    {
      "Service": "s3control", "Operation": "GetPublicAccessBlock", "Parameters": {"AccountId": "$Account"},
      "From": "PublicAccessBlockConfiguration", "Into": "AccountPublicAccessBlockConfiguration",
      "NotConfigured": ["NoSuchPublicAccessBlockConfiguration"], "Permission": "s3:GetAccountPublicAccessBlock"
    }
  ],
  "Detail": [
    {
      "Operation": "GetBucketLocation", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "Into": "Location", "Permission": "s3:GetBucketLocation"
    },
    {
      "Operation": "GetPublicAccessBlock", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "From": "PublicAccessBlockConfiguration", "Into": "PublicAccessBlockConfiguration",
      "NotConfigured": ["NoSuchPublicAccessBlockConfiguration"], "Permission": "s3:GetBucketPublicAccessBlock"
    },
    {
      "Operation": "GetBucketVersioning", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "Into": "Versioning", "Permission": "s3:GetBucketVersioning"
    },
    {
      "Operation": "GetBucketEncryption", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "Into": "Encryption",
      "NotConfigured": ["ServerSideEncryptionConfigurationNotFoundError"], "Permission": "s3:GetEncryptionConfiguration"
    },
    {
      "Operation": "GetBucketTagging", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "From": "TagSet", "Into": "Tags",
      "NotConfigured": ["NoSuchTagSet"], "Permission": "s3:GetBucketTagging"
    },
    {
      "Operation": "GetBucketPolicy", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "From": "Policy", "Into": "Policy",
      "NotConfigured": ["NoSuchBucketPolicy"], "Permission": "s3:GetBucketPolicy"
    },
    {
      "Operation": "GetBucketPolicyStatus", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "From": "PolicyStatus", "Into": "PolicyStatus",
      "NotConfigured": ["NoSuchBucketPolicy"], "Permission": "s3:GetBucketPolicyStatus"
    },
    {
      "Operation": "GetBucketAcl", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "Into": "Acl", "Permission": "s3:GetBucketAcl"
    },
    {
      "Operation": "GetBucketOwnershipControls", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "From": "OwnershipControls", "Into": "OwnershipControls",
      "NotConfigured": ["OwnershipControlsNotFoundError"], "Permission": "s3:GetBucketOwnershipControls"
    },
    {
      "Operation": "GetBucketLogging", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "Into": "Logging", "Permission": "s3:GetBucketLogging"
    },
    {
      "Operation": "GetBucketLifecycleConfiguration", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "Into": "Lifecycle", "NotConfigured": ["NoSuchLifecycleConfiguration"],
      "Permission": "s3:GetLifecycleConfiguration"
    },
    {
      "Operation": "GetObjectLockConfiguration", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "From": "ObjectLockConfiguration", "Into": "ObjectLockConfiguration",
      "NotConfigured": ["ObjectLockConfigurationNotFoundError"], "Permission": "s3:GetBucketObjectLockConfiguration"
    },
    {
      "Operation": "GetBucketReplication", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "From": "ReplicationConfiguration", "Into": "ReplicationConfiguration",
      "NotConfigured": ["ReplicationConfigurationNotFoundError"], "Permission": "s3:GetReplicationConfiguration"
    },
    {
      "Operation": "GetBucketNotificationConfiguration", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "Into": "Notification", "Permission": "s3:GetBucketNotification"
    },
    {
      "Operation": "GetBucketWebsite", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "Into": "Website", "NotConfigured": ["NoSuchWebsiteConfiguration"], "Permission": "s3:GetBucketWebsite"
    },
    {
      "Operation": "GetBucketCors", "Parameters": {"Bucket": ".Name"}, "Region": "own",
      "From": "CORSRules", "Into": "CORSRules", "NotConfigured": ["NoSuchCORSConfiguration"],
      "Permission": "s3:GetBucketCORS"
    }
  ],
  "Gone": ["NoSuchBucket"]
};

def arn($at): "arn:\($at.Partition):s3:::\(.Name)";

# GetBucketLocation answers null for us-east-1, "EU" for eu-west-1.
def region($at):
  .BucketRegion
  // if has("Location") | not then null
     else .Location.LocationConstraint // "us-east-1" | if . == "EU" then "eu-west-1" else . end
     end;
