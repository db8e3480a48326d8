# Without versioning there is no version that MFA delete could protect: such a bucket is
# S3BucketVersioningDisabled's.  MFADelete is missing from the answer until it was first set.
module {
  "Title": "S3 bucket lets object versions be deleted without MFA",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 70,
  "Category": "data_protection",
  "Reads": [".Configuration.Versioning.Status", ".Configuration.Versioning.MFADelete"],
  "Remediation": "Only the root user with its MFA device can turn MFA delete on, and only through the API: aws s3api put-bucket-versioning --bucket NAME --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa 'SERIAL CODE'. A bucket with a lifecycle rule does not take it. Delete any root access key made for this at once.",
  "Source": ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html"]
};

def versioned:
  .Status
  | if . == null or . == "Suspended" or . == "Disabled" then false
    elif . == "Enabled" then true
    else error("Versioning.Status is \(tojson)") end;

def violation:
  .Configuration.Versioning
  | select(versioned)
  | .MFADelete
  | if . == null or type == "string" then . else error("Versioning.MFADelete is \(type), not text") end
  | select(. != "Enabled")
  | {
      Message: "versioning is Enabled, MFA delete is \(. // "not configured")",
      Evidence: {Status: "Enabled", MFADelete: .}
    };
