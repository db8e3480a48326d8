module {
  "ResourceType": "AWS::RDS::EventSubscription",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeEventSubscriptions", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "EventSubscriptionsList[]", "Permission": "rds:DescribeEventSubscriptions"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceName": ".EventSubscriptionArn"},
      "From": "TagList", "Into": "Tags", "Permission": "rds:ListTagsForResource"
    }
  ],
  "Gone": ["SubscriptionNotFound"]
};

def arn($at): .EventSubscriptionArn;
