module {
  "Title": "S3 bucket's policy allows every action",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.Policy"],
  "OnRequest": true,
  "Remediation": "Name the actions that are needed, such as s3:GetObject, s3:PutObject and s3:ListBucket, in place of s3:* (aws s3api put-bucket-policy --bucket NAME --policy file://policy.json). Whoever has s3:* may delete the bucket's policy and its objects.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"
  ]
};
include "document";

def violation:
  [.Configuration.Policy | statements | allowing | select(allows("s3:*") or all_actions)]
  | select(. != [])
  | {Message: "\(length) statements of the bucket policy allow every action", Evidence: {Statements: .}};
