module {"ResourceType": "AWS::ElasticLoadBalancing::LoadBalancer"};

include "item";

def configuration: .configuration + {Tags: tag_list};
