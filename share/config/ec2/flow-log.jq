module {
  "ResourceType": "AWS::EC2::FlowLog",
  "NotRecorded": [
    ".Configuration.DeliverCrossAccountRole"
  ]
};

include "item";

def configuration: .configuration + {Tags: tag_list};
