# Buckets made since April 2023 have BucketOwnerEnforced; older ones have no ownership controls, and heed ACLs.
module {
  "Title": "S3 bucket heeds ACLs",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 40,
  "Category": "access_control",
  "Reads": [".Configuration.OwnershipControls.Rules[].ObjectOwnership"],
  "OnRequest": true,
  "Remediation": "Turn ACLs off, so that policies alone say who has access: aws s3api put-bucket-ownership-controls --bucket NAME --ownership-controls 'Rules=[{ObjectOwnership=BucketOwnerEnforced}]'. First see whether an ACL of the bucket or of an object gives access that a policy must give instead.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/API/API_OwnershipControlsRule.html"
  ]
};
include "check";

def violation:
  .Configuration.OwnershipControls
  | object("OwnershipControls")
  | [.Rules | items("Rules")[] | .ObjectOwnership | text("ObjectOwnership")]
  | select(any(.[]; . == "BucketOwnerEnforced") | not)
  | {Message: "object ownership is \(.[0] // "not configured"), so ACLs count", Evidence: {ObjectOwnership: .[0]}};
