module {
  "ResourceType": "AWS::KMS::Alias",
  "Service": "kms",
  "Live": ["Exists"],
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):kms:\(.Region):\(.Account):\(first_of(.name, .id))");

def configuration: {AliasName: first_of(.name, .id), AliasArn: arn, TargetKeyId: .target_key_id};
