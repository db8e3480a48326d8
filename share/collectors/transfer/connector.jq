module {
  "ResourceType": "AWS::Transfer::Connector",
  "Service": "transfer",
  "Scope": "regional",
  "List": {
    "Operation": "ListConnectors", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "Connectors[]", "Permission": "transfer:ListConnectors"
  },
  "Detail": [
    {
      "Operation": "DescribeConnector", "Parameters": {"ConnectorId": ".ConnectorId"},
      "From": "Connector", "Into": ".", "Permission": "transfer:DescribeConnector"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .Arn;
