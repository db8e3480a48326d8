# Its value may be a secret, and no collector asks for it either.
module {
  "ResourceType": "AWS::SSM::Parameter",
  "Service": "ssm",
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):ssm:\(.Region):\(.Account):parameter/\(.name | known(ltrimstr("/")))");

def configuration: {
  Name: .name,
  ARN: arn,
  Type: .type,
  KeyId: (.key_id | or_null),
  Description: (.description | or_null),
  Tier: (.tier | or_null),
  DataType: (.data_type | or_null),
  LastModifiedDate: elsewhere,
  Tags: tags
};
