module {
  "ResourceType": "AWS::EC2::VPC",
  "NotRecorded": [
    ".Configuration.EncryptionControl", ".Configuration.BlockPublicAccessStates"
  ]
};

include "item";

def configuration: .configuration + {Tags: tag_list};
