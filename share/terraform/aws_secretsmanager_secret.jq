module {
  "ResourceType": "AWS::SecretsManager::Secret",
  "Service": "secretsmanager",
  "Declared": ["policy"],
  "Name": "name"
};
include "known";

def arn: arn_or(elsewhere);

def configuration: {
  ARN: arn,
  Name: first_of(.name, .id),
  Description: (.description | or_null),
  KmsKeyId: (.kms_key_id | or_null),
  RotationEnabled: false,
  RotationRules: null,
  NextRotationDate: null,
  DeletedDate: null,
  CreatedDate: elsewhere,
  LastChangedDate: elsewhere,
  LastAccessedDate: elsewhere,
  LastRotatedDate: elsewhere,
  ResourcePolicy: (.policy | or_null),
  Tags: tags
};
