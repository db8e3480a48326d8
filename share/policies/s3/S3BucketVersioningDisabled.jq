# A bucket that never had versioning answers with no Status: ask for "Enabled", not for "Suspended".
module {
  "Title": "S3 bucket keeps no object versions",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 60,
  "Category": "data_protection",
  "Reads": [".Configuration.Versioning.Status"],
  "Remediation": "Turn versioning on: aws s3api put-bucket-versioning --bucket NAME --versioning-configuration Status=Enabled. Add a lifecycle rule that expires noncurrent versions, or their cost grows without end.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html"
  ]
};

def violation:
  .Configuration.Versioning.Status
  | if . == null or type == "string" then . else error("Versioning.Status is \(type), not text") end
  | select(. != "Enabled")
  | {Message: "versioning is \(. // "not configured")", Evidence: {Status: .}};
