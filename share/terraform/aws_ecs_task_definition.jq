# Containers are a text of JSON, in the API's own spelling.  The values of environment variables are often secrets.
module {
  "ResourceType": "AWS::ECS::TaskDefinition",
  "Service": "ecs",
  "Computed": ["revision"],
  "Name": "family"
};
include "known";

def arn: arn_or("arn:\(.Partition):ecs:\(.Region):\(.Account):task-definition/\(.family):\(.revision)");

def container:
  if (.environment | type) == "array" then .environment |= map(if type == "object" and has("value") then .value = "(redacted)" else . end)
  else . end;

def volume: {
  name: .name,
  host: (.host_path | or_null | given({sourcePath: .})),
  efsVolumeConfiguration: (.efs_volume_configuration | block({
    fileSystemId: .file_system_id, rootDirectory: .root_directory, transitEncryption: (.transit_encryption | or_null)
  } | with_entries(select(.value != null))))
} | with_entries(select(.value != null));

def configuration: {
  taskDefinitionArn: arn,
  family: .family,
  revision: .revision,
  status: elsewhere,
  networkMode: (.network_mode | or_null),
  pidMode: (.pid_mode | or_null),
  ipcMode: (.ipc_mode | or_null),
  cpu: (.cpu | or_null),
  memory: (.memory | or_null),
  taskRoleArn: (.task_role_arn | or_null),
  executionRoleArn: (.execution_role_arn | or_null),
  requiresCompatibilities: (.requires_compatibilities | each(.)),
  containerDefinitions: (.container_definitions | document | given(map(container))),
  volumes: (.volume | each(volume)),
  Tags: tags
};
