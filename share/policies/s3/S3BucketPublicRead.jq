# Decided from all that counts together: the account's block and the bucket's, what AWS says of the policy, the policy
# itself and the ACL.  BlockPublicPolicy and BlockPublicAcls keep new ones out and take nothing back, so they do not
# matter here.  Everyone with an AWS account is everyone.
module {
  "Title": "S3 bucket can be read by everyone",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.PublicAccessBlockConfiguration", "Possible": [{"BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": true, "RestrictPublicBuckets": true}, null]},
    {"Path": ".Configuration.AccountPublicAccessBlockConfiguration", "Possible": [{"BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": true, "RestrictPublicBuckets": true}, null]},
    {"Path": ".Configuration.PolicyStatus.IsPublic", "Possible": [null]},
    {"Path": ".Configuration.Policy", "Possible": ["{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": [\"s3:GetObject\"], \"Resource\": \"arn:aws:s3:::orders/*\"}]}", null]},
    {"Path": ".Configuration.Acl.Grants", "Possible": [[{"Grantee": {"URI": "http://acs.amazonaws.com/groups/global/AllUsers"}, "Permission": "READ"}], []]},
    ".Configuration.OwnershipControls.Rules[].ObjectOwnership"
  ],
  "Remediation": "Block public access: aws s3api put-public-access-block --bucket NAME --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true. Take the statement or the grant out as well (aws s3api put-bucket-policy, aws s3api put-bucket-acl --bucket NAME --acl private). Publish what must be public through CloudFront with an origin access control.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
  ]
};
include "document";
include "bucket";

def reading: [
  "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectAcl", "s3:GetObjectVersionAcl", "s3:GetObjectTagging",
  "s3:GetObjectTorrent", "s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads",
  "s3:ListMultipartUploadParts", "s3:GetBucketAcl", "s3:GetBucketPolicy"
];

def violation:
  .Configuration
  | let_in(public_to(reading); public_statements; ["READ", "READ_ACP", "FULL_CONTROL"])
  | select(. != {})
  | {
      Message: "everyone can read by \([if .Statements then "the bucket policy" else empty end,
        if .Grants then "the ACL" else empty end] | join(" and "))",
      Evidence: .
    };
