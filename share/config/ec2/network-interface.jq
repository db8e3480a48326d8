module {
  "ResourceType": "AWS::EC2::NetworkInterface",
  "NotRecorded": [
    ".Configuration.ConnectionTrackingConfiguration", ".Configuration.PublicDnsName",
    ".Configuration.PublicIpDnsNameOptions", ".Configuration.Operator", ".Configuration.AssociatedSubnets",
    ".Configuration.AvailabilityZoneId"
  ]
};

include "item";

def configuration: .configuration + {TagSet: tag_list};
