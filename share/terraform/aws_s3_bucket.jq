# Blocks of the bucket's own that have become resources of their own: those of a plan count where they are written.
module {
  "ResourceType": "AWS::S3::Bucket",
  "Service": "s3",
  "Related": [{"Type": "aws_s3_bucket_logging", "By": "target_bucket", "Is": ["bucket", "id"], "As": "log_sources"}],
  "Live": ["Exists"],
  "Name": "bucket",
  "Declared": ["acl", "grant", "lifecycle_rule", "logging", "object_lock_configuration", "policy", "server_side_encryption_configuration", "versioning"]
};
include "known";
include "acl";

def versioning:
  get(.versioning)
  | if unknown then {Status: ., MFADelete: .}
    elif . == null or length == 0 then {}
    else .[0]
      | get(.enabled) as $enabled | get(.mfa_delete) as $mfa
      | if $enabled == false and ($mfa == false or $mfa == null) then {}
        else {
          Status: (if $enabled == false then $mfa else $enabled end
            | known(if $enabled then "Enabled" else "Suspended" end)),
          MFADelete: (if $mfa then $mfa else $enabled end | known(if $mfa then "Enabled" else "Disabled" end))
        } end
    end;

def grant:
  . as $grant
  | get(.permissions)
  | if unknown then [{Grantee: ., Permission: .}]
    else map({
      Grantee: ($grant | {ID: (.id | or_null), Type: .type, URI: (.uri | or_null)}
        | with_entries(select(.value != null))),
      Permission: .
    }) end;

def grants:
  .acl as $canned
  | .grant
  | if unknown then {Owner: elsewhere, Grants: .}
    elif . == null or length == 0 then $canned | or_null | if . == null then . else canned_acl end
    else {Owner: elsewhere, Grants: (map(grant) | add)} end;

def rule: {
  ApplyServerSideEncryptionByDefault: (get(.apply_server_side_encryption_by_default) | block(
    {SSEAlgorithm: .sse_algorithm, KMSMasterKeyID: (.kms_master_key_id | or_null)} | with_entries(select(.value != null)))),
  BucketKeyEnabled: .bucket_key_enabled
};

# The oldest form of a lifecycle; none is null, as S3 answers.
def lifecycle:
  if unknown then {Rules: .}
  elif . == null or length == 0 then null
  else {Rules: each({
    ID: .id,
    Status: (.enabled | known(if . then "Enabled" else "Disabled" end)),
    Prefix: (.prefix | or_null),
    Expiration: (.expiration | block({Days: (.days | above_zero)})),
    Transitions: (.transition | each({Days: .days, StorageClass: .storage_class})),
    NoncurrentVersionExpiration: (.noncurrent_version_expiration | block({NoncurrentDays: .days})),
    AbortIncompleteMultipartUpload: (.abort_incomplete_multipart_upload_days | above_zero | given({DaysAfterInitiation: .}))
  } | with_entries(select(.value != null and .value != [])))} end;

def arn: "arn:\(.Partition):s3:::\(first_of(.bucket, .id))";

# Enabled for the bucket, or by the oldest form of its configuration.
def lock:
  .object_lock_enabled as $enabled
  | .object_lock_configuration | block({
      ObjectLockEnabled: .object_lock_enabled,
      Rule: (.rule | block({DefaultRetention: (.default_retention | block({Mode: .mode, Days: .days, Years: .years}))}))
    })
  | if . == null then $enabled | given(if . then {ObjectLockEnabled: "Enabled"} else null end) else . end;

def configuration: {
  Name: first_of(.bucket, .id),
  CreationDate: elsewhere,
  Location: {LocationConstraint: (first_of(.region, .Region) | known(if . == "us-east-1" then null else . end))},
  PublicAccessBlockConfiguration: null,
  AccountPublicAccessBlockConfiguration: null,
  Versioning: versioning,
  Lifecycle: (.lifecycle_rule | lifecycle),
  Notification: null,
  ObjectLockConfiguration: lock,
  ReplicationConfiguration: null,
  Encryption: (.server_side_encryption_configuration
    | block({ServerSideEncryptionConfiguration: {Rules: (.rule | each(rule))}})),
  Tags: (tags | known(if length == 0 then null else . end)),
  Policy: (.policy | or_null),
  PolicyStatus: (.policy | or_null | if . == null then . else elsewhere end),
  Acl: grants,
  OwnershipControls: null,
  Logging: (.logging
    | if unknown then {LoggingEnabled: .}
      elif . == null or length == 0 then {}
      else {LoggingEnabled: (.[0] | known({TargetBucket: .target_bucket, TargetPrefix: .target_prefix}))} end)
};

# Whose access logs are to be written here.
def related: {LogSources: [(.log_sources // [])[] | {Address, TargetPrefix: .target_prefix}]};
