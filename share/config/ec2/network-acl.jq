module {"ResourceType": "AWS::EC2::NetworkAcl"};

include "item";

def configuration: .configuration + {Tags: tag_list};
