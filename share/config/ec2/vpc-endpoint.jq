module {
  "ResourceType": "AWS::EC2::VPCEndpoint",
  "NotRecorded": [
    ".Configuration.PolicyDocument", ".Configuration.Ipv4Prefixes", ".Configuration.Ipv6Prefixes",
    ".Configuration.FailureReason", ".Configuration.ServiceNetworkArn",
    ".Configuration.ResourceConfigurationArn", ".Configuration.ServiceRegion",
    ".Configuration.PayerResponsibilities"
  ]
};

include "item";

def configuration: .configuration + {Tags: tag_list};
