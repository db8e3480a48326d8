module {
  "ResourceType": "AWS::KMS::Key",
  "Service": "kms",
  "Computed": ["key_id"],
  "Declared": ["policy"],
  "Name": "tags.Name",
  "Related": [
    {"Type": "aws_cloudwatch_log_group", "By": "kms_key_id", "Is": ["arn", "key_id", "id"], "As": "log_groups"},
    {"Type": "aws_sns_topic", "By": "kms_master_key_id", "Is": ["arn", "key_id", "id"], "As": "topics"},
    {"Type": "aws_sqs_queue", "By": "kms_master_key_id", "Is": ["arn", "key_id", "id"], "As": "queues"},
    {"Type": "aws_cloudtrail", "By": "kms_key_id", "Is": ["arn", "key_id", "id"], "As": "trails"}
  ]
};
include "known";

def arn: arn_or("arn:\(.Partition):kms:\(.Region):\(.Account):key/\(.key_id)");

def configuration: {
  KeyId: .key_id,
  KeyArn: arn,
  Arn: arn,
  AWSAccountId: .Account,
  Description: .description,
  Enabled: .is_enabled,
  KeyState: (.is_enabled | given(if . then "Enabled" else "Disabled" end)),
  KeyUsage: .key_usage,
  KeySpec: .customer_master_key_spec,
  KeyManager: "CUSTOMER",
  Origin: (.custom_key_store_id | or_null | if . == null then "AWS_KMS" else elsewhere end),
  MultiRegion: .multi_region,
  MultiRegionConfiguration: (.multi_region | given(if . then {MultiRegionKeyType: "PRIMARY"} else null end)),
  DeletionDate: null,
  Rotation: {KeyRotationEnabled: .enable_key_rotation, RotationPeriodInDays: (.rotation_period_in_days | above_zero)},
  Policy: (.policy | or_null),
  Tags: (tags | each({TagKey: .Key, TagValue: .Value}))
};

# What the key encrypts, as far as a service that writes there must be let in by its policy.
def fed_by($what): map(select((.[$what] // []) | length > 0) | .name);

def related: {
  LogGroups: [(.log_groups // [])[] | .name],
  Trails: [(.trails // [])[] | .name],
  ByEvents: ([(.topics // [])[], (.queues // [])[]] | fed_by("targets")),
  ByAlarms: ((.topics // []) | fed_by("alarms")),
  ByBuckets: ([(.topics // [])[], (.queues // [])[]] | fed_by("notifications"))
};
