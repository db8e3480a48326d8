module {
  "PartOf": [{"Type": "aws_s3_bucket", "By": "bucket", "Is": ["bucket", "id"]}]
};
include "known";

def default:
  {SSEAlgorithm: .sse_algorithm, KMSMasterKeyID: (.kms_master_key_id | or_null)}
  | with_entries(select(.value != null));

def rule: {
  ApplyServerSideEncryptionByDefault: (get(.apply_server_side_encryption_by_default) | block(default)),
  BucketKeyEnabled: .bucket_key_enabled
};

def join($part):
  .Encryption = {ServerSideEncryptionConfiguration: {Rules: ($part.rule | each(rule))}};
