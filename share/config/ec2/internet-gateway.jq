module {"ResourceType": "AWS::EC2::InternetGateway"};

include "item";

def configuration: .configuration + {Tags: tag_list};
