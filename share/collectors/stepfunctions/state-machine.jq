module {
  "ResourceType": "AWS::StepFunctions::StateMachine",
  "Service": "stepfunctions",
  "Scope": "regional",
  "List": {
    "Operation": "ListStateMachines", "Parameters": {"maxResults": 1000}, "Token": "nextToken",
    "Items": "stateMachines[]", "Permission": "states:ListStateMachines"
  },
  "Detail": [
    {
      "Operation": "DescribeStateMachine", "Parameters": {"stateMachineArn": ".stateMachineArn"},
      "Into": ".", "Permission": "states:DescribeStateMachine"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"resourceArn": ".stateMachineArn"},
      "From": "tags", "Into": "tags", "Permission": "states:ListTagsForResource"
    }
  ],
  "Gone": ["StateMachineDoesNotExist", "ResourceNotFound"],
  "Tags": ".tags"
};

def arn($at): .stateMachineArn;
