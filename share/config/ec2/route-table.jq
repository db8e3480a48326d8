module {"ResourceType": "AWS::EC2::RouteTable"};

include "item";

def configuration: .configuration + {Tags: tag_list};
