module {
  "PartOf": [{"Type": "aws_s3_bucket", "By": "bucket", "Is": ["bucket", "id"]}]
};
include "known";

def rule: {
  ID: .id,
  Status: .status,
  Prefix: (.prefix | or_null),
  Filter: (.filter | block({Prefix: .prefix})),
  Expiration: (.expiration | block({Days: (.days | above_zero), Date: .date})),
  Transitions: (.transition | each({Days: .days, StorageClass: .storage_class})),
  NoncurrentVersionExpiration: (.noncurrent_version_expiration | block({NoncurrentDays: .noncurrent_days})),
  NoncurrentVersionTransitions: (.noncurrent_version_transition
    | each({NoncurrentDays: .noncurrent_days, StorageClass: .storage_class})),
  AbortIncompleteMultipartUpload: (.abort_incomplete_multipart_upload | block({DaysAfterInitiation: .days_after_initiation}))
} | with_entries(select(.value != null and .value != []));

def join($part): .Lifecycle = {Rules: ($part.rule | each(rule))};
