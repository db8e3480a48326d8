# Asked is what AWS writes: a Deny for everyone, of all actions, on the bucket and all objects, on aws:SecureTransport
# alone.  An Allow on that condition denies nobody whom another policy allows.
module {
  "Title": "S3 bucket takes requests without TLS",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [".ARN", ".Configuration.Policy"],
  "Remediation": "Add this statement to the bucket policy (aws s3api put-bucket-policy --bucket NAME --policy file://policy.json): Effect Deny, Principal \"*\", Action \"s3:*\", Resource both the bucket's ARN and the ARN with /* behind it, Condition {\"Bool\": {\"aws:SecureTransport\": \"false\"}}.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
  ]
};
include "document";

def violation:
  .ARN as $bucket
  | .Configuration.Policy
  | select(denies_insecure_transport(["s3:*"]; [$bucket, $bucket + "/*"]) | not)
  | {
      Message: (if document == null then "no bucket policy, so nothing denies requests without TLS"
        else "the bucket policy does not deny all requests without TLS" end),
      Evidence: {Policy: (document != null)}
    };
