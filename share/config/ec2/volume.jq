module {
  "ResourceType": "AWS::EC2::Volume",
  "NotRecorded": [
    ".Configuration.AvailabilityZoneId", ".Configuration.SourceVolumeId", ".Configuration.SseType",
    ".Configuration.Operator", ".Configuration.VolumeInitializationRate", ".Configuration.VolumeArn",
    ".Configuration.OwnerId"
  ]
};

include "item";

def configuration: .configuration + {tags: tag_list};
