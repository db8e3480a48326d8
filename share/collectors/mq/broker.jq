module {
  "ResourceType": "AWS::AmazonMQ::Broker",
  "Service": "mq",
  "Scope": "regional",
  "List": {
    "Operation": "ListBrokers", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "BrokerSummaries[]", "Permission": "mq:ListBrokers"
  },
  "Detail": [
    {
      "Operation": "DescribeBroker", "Parameters": {"BrokerId": ".BrokerId"},
      "Into": ".", "Permission": "mq:DescribeBroker"
    }
  ],
  "Gone": ["NotFoundException"]
};

def arn($at): .BrokerArn;
