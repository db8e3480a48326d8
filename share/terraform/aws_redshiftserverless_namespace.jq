module {
  "ResourceType": "AWS::RedshiftServerless::Namespace",
  "Service": "redshiftserverless",
  "Computed": ["namespace_id", "admin_username", "db_name"]
};
include "known";

def arn: arn_or("arn:\(.Partition):redshift-serverless:\(.Region):\(.Account):namespace/\(.id)");

def configuration: {
  namespaceName: .namespace_name,
  namespaceArn: arn,
  adminUsername: (.admin_username | or_null),
  dbName: (.db_name | or_null),
  kmsKeyId: (.kms_key_id | or_null),
  logExports: (.log_exports | each(.)),
  Tags: tags
};
