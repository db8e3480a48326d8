# A description would show the configuration of a connector, passwords too; the list has all that rules read.
module {
  "ResourceType": "AWS::KafkaConnect::Connector",
  "Service": "kafkaconnect",
  "Scope": "regional",
  "List": {
    "Operation": "ListConnectors", "Parameters": {"maxResults": 100}, "Token": "nextToken",
    "Items": "connectors[]", "Permission": "kafkaconnect:ListConnectors"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"resourceArn": ".connectorArn"},
      "From": "tags", "Into": "Tags", "Permission": "kafkaconnect:ListTagsForResource"
    }
  ],
  "Gone": ["NotFoundException"]
};

def arn($at): .connectorArn;
