module {
  "ResourceType": "AWS::ApiGateway::DomainName",
  "Service": "apigateway",
  "Scope": "regional",
  "List": {
    "Operation": "GetDomainNames", "Parameters": {"limit": 500}, "Token": "position",
    "Items": "items[]", "Permission": "apigateway:GET"
  },
  "Tags": ".tags"
};

def arn($at): .domainNameArn // "arn:\($at.Partition):apigateway:\($at.Region)::/domainnames/\(.domainName)";
