# The values of environment variables are often secrets: records carry their names alone.
module {
  "ResourceType": "AWS::CodeBuild::Project",
  "Service": "codebuild",
  "Computed": ["badge_url", "public_project_alias"]
};
include "known";

def arn: arn_or("arn:\(.Partition):codebuild:\(.Region):\(.Account):project/\(.name)");

def artifact: {
  type: .type, location: (.location | or_null), encryptionDisabled: .encryption_disabled,
  artifactIdentifier: (.artifact_identifier | or_null)
};

def source: {
  type: .type, location: (.location | or_null), insecureSsl: .insecure_ssl,
  auth: (.auth | block({type: .type, resource: (.resource | or_null)}))
};

def configuration: {
  name: .name,
  arn: arn,
  description: .description,
  source: (.source | block(source)),
  secondarySources: (.secondary_sources | each(source)),
  artifacts: (.artifacts | block(artifact)),
  secondaryArtifacts: (.secondary_artifacts | each(artifact)),
  environment: (.environment | block({
    type: .type, image: .image, computeType: .compute_type, privilegedMode: .privileged_mode,
    environmentVariables: (.environment_variable | each({name: .name, value: "(redacted)", type: .type}))
  })),
  serviceRole: .service_role,
  timeoutInMinutes: .build_timeout,
  encryptionKey: .encryption_key,
  vpcConfig: (.vpc_config | block({vpcId: .vpc_id, subnets: .subnets, securityGroupIds: .security_group_ids})),
  logsConfig: (.logs_config | block({
    cloudWatchLogs: (.cloudwatch_logs | block({status: .status, groupName: (.group_name | or_null)})),
    s3Logs: (.s3_logs | block({status: .status, location: (.location | or_null), encryptionDisabled: .encryption_disabled}))
  })),
  webhook: null,
  projectVisibility: .project_visibility,
  tags: (tags | known(map({key: .Key, value: .Value})))
};
