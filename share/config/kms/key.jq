module {
  "ResourceType": "AWS::KMS::Key",
  "NotRecorded": [
    ".Configuration.KeyAgreementAlgorithms", ".Configuration.EncapsulationAlgorithms",
    ".Configuration.XksKeyConfiguration", ".Configuration.CurrentKeyMaterialId"
  ]
};

include "item";

def configuration:
  .configuration
  + {KeyArn: .configuration.arn, Tags: (tag_list | map({TagKey: .Key, TagValue: .Value}))}
  + supplement("KeyRotationStatus"; "Rotation"; {KeyRotationEnabled: .})
  + supplement("Policy"; "Policy"; text);
