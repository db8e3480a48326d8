module {"Title": "B03Public", "ResourceType": "AWS::S3::Bucket", "Severity": 90, "Remediation": "None: this is a bench.",
  "Reads": [".Configuration.PublicAccessBlockConfiguration"]};
def violation: .Configuration.PublicAccessBlockConfiguration
  | select((.BlockPublicAcls and .IgnorePublicAcls and .BlockPublicPolicy and .RestrictPublicBuckets) | not)
  | {Message: "public access is not blocked", Evidence: .};
