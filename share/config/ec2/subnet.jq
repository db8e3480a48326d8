module {
  "ResourceType": "AWS::EC2::Subnet",
  "NotRecorded": [
    ".Configuration.BlockPublicAccessStates", ".Configuration.Type"
  ]
};

include "item";

def configuration: .configuration + {Tags: tag_list};
