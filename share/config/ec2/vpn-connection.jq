module {
  "ResourceType": "AWS::EC2::VPNConnection",
  "NotRecorded": [
    ".Configuration.VpnConcentratorId", ".Configuration.PreSharedKeyArn"
  ]
};

include "item";

def configuration: .configuration + {Tags: tag_list};
