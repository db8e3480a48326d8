# The provider takes engine and strategy in any case; the API gives them in capitals.
module {
  "ResourceType": "AWS::AmazonMQ::Broker",
  "Service": "mq",
  "Computed": ["instances"]
};
include "known";

def arn: arn_or("arn:\(.Partition):mq:\(.Region):\(.Account):broker:\(.broker_name):\(.id)");

def configuration: {
  BrokerArn: arn,
  BrokerId: .id,
  BrokerName: .broker_name,
  AuthenticationStrategy: (.authentication_strategy | given(ascii_upcase)),
  AutoMinorVersionUpgrade: .auto_minor_version_upgrade,
  DeploymentMode: (.deployment_mode | or_null),
  EncryptionOptions: (.encryption_options | block({UseAwsOwnedKey: .use_aws_owned_key, KmsKeyId: (.kms_key_id | or_null)})),
  EngineType: (.engine_type | given(ascii_upcase)),
  EngineVersion: .engine_version,
  HostInstanceType: .host_instance_type,
  Logs: (.logs | block({Audit: (.audit | boolean), General: .general})),
  PubliclyAccessible: .publicly_accessible,
  SecurityGroups: (.security_groups | each(.)),
  StorageType: (.storage_type | given(ascii_upcase)),
  SubnetIds: (.subnet_ids | each(.)),
  Users: (.user | each({Username: .username})),
  Tags: (tags | known(from_entries))
};
