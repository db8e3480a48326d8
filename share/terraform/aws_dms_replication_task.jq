module {
  "ResourceType": "AWS::DMS::ReplicationTask",
  "Service": "dms",
  "Computed": ["status"]
};
include "known";

def arn:
  .replication_task_arn as $arn
  | if $arn == null or ($arn | unknown) then "arn:\(.Partition):dms:\(.Region):\(.Account):task:\(.replication_task_id)"
    else $arn end;

def configuration: {
  ReplicationTaskIdentifier: .replication_task_id,
  ReplicationTaskArn: arn,
  SourceEndpointArn: .source_endpoint_arn,
  TargetEndpointArn: .target_endpoint_arn,
  ReplicationInstanceArn: .replication_instance_arn,
  MigrationType: .migration_type,
  ReplicationTaskSettings: (.replication_task_settings | or_null),
  Status: .status,
  Tags: tags
};
