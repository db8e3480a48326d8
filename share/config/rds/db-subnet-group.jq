module {
  "ResourceType": "AWS::RDS::DBSubnetGroup",
  "NotRecorded": [
    ".Configuration.SupportedNetworkTypes"
  ]
};

include "item";

def configuration: .configuration + {Tags: tag_list};
