module {
  "ResourceType": "AWS::Transfer::Server",
  "Service": "transfer",
  "Scope": "regional",
  "List": {
    "Operation": "ListServers", "Parameters": {"MaxResults": 1000}, "Token": "NextToken",
    "Items": "Servers[]", "Permission": "transfer:ListServers"
  },
  "Detail": [
    {
      "Operation": "DescribeServer", "Parameters": {"ServerId": ".ServerId"},
      "From": "Server", "Into": ".", "Permission": "transfer:DescribeServer"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .Arn;
