# Passwords and extra attributes, which may hold one, are no concern of a record.
module {
  "ResourceType": "AWS::DMS::Endpoint",
  "Service": "dms"
};
include "known";

def arn:
  .endpoint_arn as $arn
  | if $arn == null or ($arn | unknown) then "arn:\(.Partition):dms:\(.Region):\(.Account):endpoint:\(.endpoint_id)" else $arn end;

def configuration: {
  EndpointIdentifier: .endpoint_id,
  EndpointArn: arn,
  EndpointType: (.endpoint_type | given(ascii_upcase)),
  EngineName: .engine_name,
  Username: (.username | or_null),
  ServerName: (.server_name | or_null),
  Port: (.port | above_zero),
  KmsKeyId: (.kms_key_arn | or_null),
  SslMode: .ssl_mode,
  CertificateArn: (.certificate_arn | or_null),
  MongoDbSettings: (.mongodb_settings | block({AuthType: .auth_type, AuthMechanism: .auth_mechanism, AuthSource: .auth_source})),
  NeptuneSettings: elsewhere,
  RedisSettings: (.redis_settings | block({
    AuthType: .auth_type, Port: .port, ServerName: .server_name, SslSecurityProtocol: .ssl_security_protocol
  })),
  KafkaSettings: (.kafka_settings | block({Broker: .broker, SecurityProtocol: .security_protocol})),
  S3Settings: (.s3_settings | block({
    BucketName: .bucket_name, EncryptionMode: .encryption_mode,
    ServerSideEncryptionKmsKeyId: (.server_side_encryption_kms_key_id | or_null)
  })),
  Tags: tags
};
