module {
  "ResourceType": "AWS::RDS::DBProxy",
  "Service": "rds",
  "Computed": ["endpoint"]
};
include "known";

def arn: arn_or("arn:\(.Partition):rds:\(.Region):\(.Account):db-proxy:\(.id)");

def configuration: {
  DBProxyName: .name,
  DBProxyArn: arn,
  EngineFamily: .engine_family,
  RequireTLS: .require_tls,
  DebugLogging: .debug_logging,
  IdleClientTimeout: .idle_client_timeout,
  RoleArn: .role_arn,
  VpcSubnetIds: .vpc_subnet_ids,
  Auth: (.auth | each({AuthScheme: .auth_scheme, IAMAuth: .iam_auth, SecretArn: .secret_arn})),
  Tags: tags
};
