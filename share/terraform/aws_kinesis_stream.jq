module {
  "ResourceType": "AWS::Kinesis::Stream",
  "Service": "kinesis"
};
include "known";

def arn: arn_or("arn:\(.Partition):kinesis:\(.Region):\(.Account):stream/\(.name)");

def configuration: {
  StreamName: .name,
  StreamARN: arn,
  RetentionPeriodHours: .retention_period,
  EncryptionType: .encryption_type,
  KeyId: (.kms_key_id | or_null),
  OpenShardCount: .shard_count,
  StreamModeDetails: (.stream_mode_details | block({StreamMode: .stream_mode})),
  EnhancedMonitoring: [{ShardLevelMetrics: (.shard_level_metrics | each(.))}],
  Tags: tags
};
