# Since January 2023 S3 itself encrypts every new object with SSE-S3, and a bucket without a rule cannot be made in AWS
# any more; emulators, plans and old inventories still show them.  A rule without an algorithm encrypts nothing.
module {
  "Title": "S3 bucket has no default encryption",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 90,
  "Category": "encryption",
  "Reads": [
    ".Configuration.Encryption.ServerSideEncryptionConfiguration.Rules[].ApplyServerSideEncryptionByDefault.SSEAlgorithm"
  ],
  "Remediation": "Set a default encryption rule: aws s3api put-bucket-encryption --bucket NAME --server-side-encryption-configuration '{\"Rules\": [{\"ApplyServerSideEncryptionByDefault\": {\"SSEAlgorithm\": \"AES256\"}}]}'. Take aws:kms with a KMSMasterKeyID, and BucketKeyEnabled true to save KMS requests, where you must control the key. Objects written before keep the state they have: copy them onto themselves to encrypt them.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html"
  ]
};

def rules:
  .Configuration.Encryption.ServerSideEncryptionConfiguration.Rules
  | if . == null then [] elif type == "array" then . else error("Rules is \(type), not a list") end;

def algorithm:
  .ApplyServerSideEncryptionByDefault.SSEAlgorithm
  | if . == null or type == "string" then . else error("SSEAlgorithm is \(type), not text") end;

def violation:
  rules
  | select([.[] | algorithm | select(. != null and . != "")] == [])
  | {Message: "no rule with an encryption algorithm", Evidence: {Rules: length, SSEAlgorithm: null}};
