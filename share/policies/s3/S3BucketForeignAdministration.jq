# The five actions by which another account could open the bucket, or its objects, to itself and to others.  Everyone
# is not another account, but S3BucketPublicWrite's.
module {
  "Title": "S3 bucket lets another account change who has access",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".AccountId", ".Configuration.Policy"],
  "Parameters": {"TrustedAccounts": []},
  "Remediation": "Take these actions away from the other account: name only what it needs, such as s3:GetObject and s3:ListBucket, in the bucket policy (aws s3api put-bucket-policy --bucket NAME --policy file://policy.json). An account that is yours belongs in the parameter TrustedAccounts.",
  "Source": [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"
  ]
};
include "check";
include "document";

def administration: [
  "s3:DeleteBucketPolicy", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutEncryptionConfiguration",
  "s3:PutObjectAcl"
];

def violation($now; $parameters):
  .AccountId as $account
  | ($parameters.TrustedAccounts | items("the parameter TrustedAccounts")) as $trusted
  | [ .Configuration.Policy
      | cross_account_statements($account; $trusted)[]
      | . as $statement
      | [administration[] | select(. as $action | $statement | allows($action))]
      | select(. != [])
      | {Actions: ., Principals: [$statement | foreign_principals($account; $trusted)]} ]
  | select(. != [])
  | if $account == null then error("whose bucket this is, is not known") else . end
  | {
      Message: "other accounts may do \([.[].Actions[]] | unique | join(", "))",
      Evidence: {Grants: .}
    };
