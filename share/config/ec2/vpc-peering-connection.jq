module {"ResourceType": "AWS::EC2::VPCPeeringConnection"};

include "item";

def configuration: .configuration + {Tags: tag_list};
