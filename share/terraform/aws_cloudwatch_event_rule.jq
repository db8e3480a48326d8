module {
  "ResourceType": "AWS::Events::Rule",
  "Service": "events",
  "Name": "name"
};
include "known";

def arn: arn_or(elsewhere);

def configuration: {
  Name: first_of(.name, .id),
  Arn: arn,
  EventBusName: .event_bus_name,
  EventPattern: (.event_pattern | or_null),
  ScheduleExpression: (.schedule_expression | or_null),
  State: .state,
  Targets: [],
  Tags: tags
};
