# Without a block a table is encrypted by a key of DynamoDB's own, and has no SSEDescription.
module {
  "ResourceType": "AWS::DynamoDB::Table",
  "Service": "dynamodb",
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):dynamodb:\(.Region):\(.Account):table/\(.name)");

def sse:
  get(.server_side_encryption) | block(
    .kms_key_arn as $key
    | .enabled
    | given(if . then {Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: $key} else null end));

def keys:
  [{AttributeName: .hash_key, KeyType: "HASH"}]
  + (.range_key | or_null | if . == null then [] else [{AttributeName: ., KeyType: "RANGE"}] end);

def configuration: {
  TableName: .name,
  TableArn: arn,
  KeySchema: keys,
  AttributeDefinitions: (.attribute | each({AttributeName: .name, AttributeType: .type})),
  BillingModeSummary: {BillingMode: .billing_mode},
  ProvisionedThroughput: {ReadCapacityUnits: .read_capacity, WriteCapacityUnits: .write_capacity},
  SSEDescription: sse,
  DeletionProtectionEnabled: .deletion_protection_enabled,
  TableClassSummary: {TableClass: .table_class},
  StreamSpecification: (.stream_enabled | given(if . then {StreamEnabled: .} else null end)),
  ContinuousBackups: {
    PointInTimeRecoveryDescription: {
      PointInTimeRecoveryStatus: (get(.point_in_time_recovery[0].enabled)
        | known(if . then "ENABLED" else "DISABLED" end))
    }
  },
  TimeToLive: (.ttl | if unknown then {TimeToLiveStatus: ., AttributeName: .} elif . == null or length == 0 then {TimeToLiveStatus: "DISABLED"}
    else .[0] | known({
      TimeToLiveStatus: (.enabled | known(if . then "ENABLED" else "DISABLED" end)), AttributeName: (.attribute_name | or_null)
    }) end),
  Policy: null,
  ScalableTargets: [],
  ProtectedResources: elsewhere,
  Tags: tags
};
