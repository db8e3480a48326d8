module {"ResourceType": "AWS::AutoScaling::LaunchConfiguration"};

include "item";

def configuration: .configuration;
