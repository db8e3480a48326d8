# Decided from all that counts together: the account's block and the bucket's, what AWS says of the policy, the policy
# itself and the ACL.  BlockPublicPolicy and BlockPublicAcls keep new ones out and take nothing back, so they do not
# matter here.  Everyone with an AWS account is everyone.
module {
  "Title": "S3 bucket can be written by everyone",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 95,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.PublicAccessBlockConfiguration", "Possible": [{"BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": true, "RestrictPublicBuckets": true}, null]},
    {"Path": ".Configuration.AccountPublicAccessBlockConfiguration", "Possible": [{"BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": true, "RestrictPublicBuckets": true}, null]},
    {"Path": ".Configuration.PolicyStatus.IsPublic", "Possible": [null]},
    {"Path": ".Configuration.Policy", "Possible": ["{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": [\"s3:PutObject\"], \"Resource\": \"arn:aws:s3:::orders/*\"}]}", null]},
    {"Path": ".Configuration.Acl.Grants", "Possible": [[{"Grantee": {"URI": "http://acs.amazonaws.com/groups/global/AllUsers"}, "Permission": "WRITE"}], []]},
    ".Configuration.OwnershipControls.Rules[].ObjectOwnership"
  ],
  "Remediation": "Block public access: aws s3api put-public-access-block --bucket NAME --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true. Take the statement or the grant out as well (aws s3api put-bucket-policy, aws s3api put-bucket-acl --bucket NAME --acl private). Let uploads come with presigned URLs or through your application, and look for what others have written already.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
  ]
};
include "document";
include "bucket";

def writing: [
  "s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectTagging", "s3:DeleteObject", "s3:DeleteObjectVersion",
  "s3:AbortMultipartUpload", "s3:RestoreObject", "s3:ReplicateObject", "s3:ReplicateDelete",
  "s3:BypassGovernanceRetention", "s3:PutObjectRetention", "s3:PutBucketAcl", "s3:PutBucketPolicy",
  "s3:DeleteBucketPolicy", "s3:DeleteBucket", "s3:PutBucketPublicAccessBlock", "s3:PutBucketOwnershipControls",
  "s3:PutEncryptionConfiguration", "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration",
  "s3:PutReplicationConfiguration", "s3:PutBucketWebsite"
];

def violation:
  .Configuration
  | let_in(public_to(writing); public_statements; ["WRITE", "WRITE_ACP", "FULL_CONTROL"])
  | select(. != {})
  | {
      Message: "everyone can write by \([if .Statements then "the bucket policy" else empty end,
        if .Grants then "the ACL" else empty end] | join(" and "))",
      Evidence: .
    };
