module {"ResourceType": "AWS::RDS::EventSubscription"};

include "item";

def configuration: .configuration + {Tags: tag_list};
