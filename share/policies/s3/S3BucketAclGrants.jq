# The id of CloudFront's awslogsdelivery is AWS's own:
# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html
module {
  "Title": "S3 bucket gives access to others by its ACL",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.Acl", ".Configuration.OwnershipControls.Rules[].ObjectOwnership"],
  "Remediation": "Say in the bucket policy what the ACL says, then turn ACLs off: aws s3api put-bucket-ownership-controls --bucket NAME --ownership-controls 'Rules=[{ObjectOwnership=BucketOwnerEnforced}]'. Before, take the grants away: aws s3api put-bucket-acl --bucket NAME --acl private.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
  ]
};
include "check";
include "bucket";

# The owner itself, S3's and CloudFront's delivery of logs are not users.
def others:
  .Acl.Owner.ID as $owner
  | [ acl_grants[].Grantee
      | object("Grantee")
      | if .ID != null then .ID | text("a grantee's ID")
        elif .URI != null then .URI | text("a grantee's URI")
        elif .EmailAddress != null then .EmailAddress | text("a grantee's address")
        else error("a grantee has no ID and no URI") end
      | select(. != $owner and . != "http://acs.amazonaws.com/groups/s3/LogDelivery"
          and . != "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0") ];

def violation:
  .Configuration
  | select(acls_disabled | not)
  | others
  | select(. != [])
  | {Message: "the ACL gives access to \(length) other grantees", Evidence: {Grantees: .}};
