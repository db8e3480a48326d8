module {
  "ResourceType": "AWS::S3::AccessPoint",
  "Service": "s3",
  "Computed": ["alias", "domain_name", "has_public_access_policy", "network_origin"]
};
include "known";

def arn: arn_or("arn:\(.Partition):s3:\(.Region):\(.Account):accesspoint/\(.name)");

def configuration: {
  Name: .name,
  Bucket: .bucket,
  AccessPointArn: arn,
  VpcConfiguration: (.vpc_configuration | block({VpcId: .vpc_id})),
  PublicAccessBlockConfiguration: (.public_access_block_configuration | block({
    BlockPublicAcls: .block_public_acls, IgnorePublicAcls: .ignore_public_acls, BlockPublicPolicy: .block_public_policy,
    RestrictPublicBuckets: .restrict_public_buckets
  })),
  Policy: (.policy | or_null),
  PolicyStatus: elsewhere
};
