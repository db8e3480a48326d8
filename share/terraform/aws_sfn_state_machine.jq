module {
  "ResourceType": "AWS::StepFunctions::StateMachine",
  "Service": "stepfunctions",
  "Computed": ["creation_date", "revision_id", "status"]
};
include "known";

def arn: arn_or("arn:\(.Partition):states:\(.Region):\(.Account):stateMachine:\(.name)");

def configuration: {
  stateMachineArn: arn,
  name: first_of(.name, .id),
  type: .type,
  status: .status,
  roleArn: .role_arn,
  definition: .definition,
  loggingConfiguration: (.logging_configuration | block({
    level: .level, includeExecutionData: .include_execution_data,
    destinations: (.log_destination | or_null | if . == null then [] else [{cloudWatchLogsLogGroup: {logGroupArn: .}}] end)
  })),
  tracingConfiguration: (.tracing_configuration | block({enabled: .enabled})),
  encryptionConfiguration: (.encryption_configuration | block({type: .type, kmsKeyId: (.kms_key_id | or_null)})),
  tags: (tags | known(map({key: .Key, value: .Value})))
};
