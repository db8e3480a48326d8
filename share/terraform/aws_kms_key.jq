module {
  "ResourceType": "AWS::KMS::Key",
  "Service": "kms",
  "Computed": ["key_id"],
  "Declared": ["policy"]
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
  Rotation: {KeyRotationEnabled: .enable_key_rotation, RotationPeriodInDays: (.rotation_period_in_days | above_zero)},
  Policy: (.policy | or_null),
  Tags: (tags | each({TagKey: .Key, TagValue: .Value}))
};
