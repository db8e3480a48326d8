module {
  "Title": "AWS account does not block public access to S3",
  "ResourceType": "AWS::::Account",
  "Severity": 70,
  "Category": "access_control",
  "Reads": [".Configuration.AccountPublicAccessBlockConfiguration"],
  "Remediation": "Block it for all buckets, those to come too: aws s3control put-public-access-block --account-id ACCOUNT --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true. First find what is served from a public bucket, and let CloudFront serve it.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.AccountPublicAccessBlockConfiguration
  | object("AccountPublicAccessBlockConfiguration")
  | [("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets") as $name
      | select(.[$name] | flag($name) != true) | $name] as $open
  | select($open != [])
  | {
      Message: "public access is not blocked: \($open | join(", ")) not true",
      Evidence: {AccountPublicAccessBlockConfiguration: .}
    };
