module {
  "PartOf": [{"Type": "aws_s3_bucket", "By": "bucket", "Is": ["bucket", "id"]}]
};

def join($part):
  .PublicAccessBlockConfiguration = ($part | {
    BlockPublicAcls: .block_public_acls,
    IgnorePublicAcls: .ignore_public_acls,
    BlockPublicPolicy: .block_public_policy,
    RestrictPublicBuckets: .restrict_public_buckets
  });
