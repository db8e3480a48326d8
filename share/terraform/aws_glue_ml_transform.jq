# The provider cannot write its encryption: such a transform has none.
module {
  "ResourceType": "AWS::Glue::MLTransform",
  "Service": "glue",
  "Computed": ["label_count", "schema"]
};
include "known";

def arn: arn_or("arn:\(.Partition):glue:\(.Region):\(.Account):mlTransform/\(.id)");

def configuration: {
  TransformId: .id,
  Name: .name,
  GlueVersion: (.glue_version | or_null),
  Role: .role_arn,
  TransformEncryption: null,
  Tags: (tags | known(from_entries))
};
