# The account's block holds for all its buckets.
module {
  "PartOf": [{"Type": "aws_s3_bucket"}]
};

def join($part):
  .AccountPublicAccessBlockConfiguration = ($part | {
    BlockPublicAcls: .block_public_acls,
    IgnorePublicAcls: .ignore_public_acls,
    BlockPublicPolicy: .block_public_policy,
    RestrictPublicBuckets: .restrict_public_buckets
  });
