module {
  "ResourceType": "AWS::Events::EventBus",
  "Service": "events",
  "Scope": "regional",
  "List": {
    "Operation": "ListEventBuses", "Parameters": {"Limit": 100}, "Token": "NextToken",
    "Items": "EventBuses[]", "Permission": "events:ListEventBuses"
  },
  "Detail": [
    {
      "Operation": "DescribeEventBus", "Parameters": {"Name": ".Name"},
      "Into": ".", "Permission": "events:DescribeEventBus"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceARN": ".Arn"},
      "From": "Tags", "Into": "Tags", "Permission": "events:ListTagsForResource"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .Arn;
