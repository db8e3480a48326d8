module {
  "ResourceType": "AWS::EC2::NatGateway",
  "NotRecorded": [
    ".Configuration.AvailabilityMode", ".Configuration.AutoScalingIps", ".Configuration.AutoProvisionZones",
    ".Configuration.AttachedAppliances", ".Configuration.RouteTableId"
  ]
};

include "item";

def configuration: .configuration + {Tags: tag_list};
