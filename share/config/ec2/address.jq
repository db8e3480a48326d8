module {
  "ResourceType": "AWS::EC2::EIP",
  "NotRecorded": [
    ".Configuration.SubnetId", ".Configuration.ServiceManaged"
  ]
};

include "item";

def configuration: .configuration + {Tags: tag_list};
