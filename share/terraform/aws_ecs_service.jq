module {
  "ResourceType": "AWS::ECS::Service",
  "Service": "ecs",
  "Name": "name"
};
include "known";

# Which operating system its tasks run on, their definition says.  The id of a service is its ARN.
def arn: if .id == null then elsewhere else .id end;

def configuration: {
  serviceName: .name,
  serviceArn: arn,
  clusterArn: .cluster,
  status: elsewhere,
  launchType: (.launch_type | or_null),
  platformFamily: elsewhere,
  platformVersion: (.platform_version | or_null),
  desiredCount: .desired_count,
  taskDefinition: .task_definition,
  enableExecuteCommand: .enable_execute_command,
  networkConfiguration: (.network_configuration | block({awsvpcConfiguration: {
    subnets: .subnets, securityGroups: (.security_groups | each(.)),
    assignPublicIp: (.assign_public_ip | given(if . then "ENABLED" else "DISABLED" end))
  }})),
  Tags: tags
};
