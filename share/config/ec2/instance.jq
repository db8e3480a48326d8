module {
  "ResourceType": "AWS::EC2::Instance",
  "NotRecorded": [
    ".Configuration.SriovNetSupport", ".Configuration.CapacityBlockId", ".Configuration.Licenses",
    ".Configuration.NetworkPerformanceOptions", ".Configuration.Operator", ".Configuration.SecondaryInterfaces"
  ]
};

include "item";

def configuration: .configuration + {tags: tag_list};
