module {
  "ResourceType": "AWS::ECS::Cluster",
  "Service": "ecs",
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):ecs:\(.Region):\(.Account):cluster/\(.name)");

def configuration: {
  clusterName: .name,
  clusterArn: arn,
  status: elsewhere,
  settings: (.setting | each({name: .name, value: .value})),
  configuration: (.configuration | block({
    executeCommandConfiguration: (.execute_command_configuration | block({
      logging: (.logging | or_null), kmsKeyId: (.kms_key_id | or_null),
      logConfiguration: (.log_configuration | block({
        cloudWatchLogGroupName: (.cloud_watch_log_group_name | or_null),
        cloudWatchEncryptionEnabled: .cloud_watch_encryption_enabled,
        s3BucketName: (.s3_bucket_name | or_null), s3EncryptionEnabled: .s3_bucket_encryption_enabled
      }))
    }))
  })),
  Tags: tags
};
