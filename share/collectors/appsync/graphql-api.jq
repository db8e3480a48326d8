# GetApiCache says NotFoundException for an API without a cache.
module {
  "ResourceType": "AWS::AppSync::GraphQLApi",
  "Service": "appsync",
  "Scope": "regional",
  "List": {
    "Operation": "ListGraphqlApis", "Parameters": {"maxResults": 25}, "Token": "nextToken",
    "Items": "graphqlApis[]", "Permission": "appsync:ListGraphqlApis"
  },
  "Detail": [
    {
      "Operation": "GetApiCache", "Parameters": {"apiId": ".apiId"},
      "From": "apiCache", "Into": "apiCache", "NotConfigured": ["NotFoundException"],
      "Permission": "appsync:GetApiCache"
    }
  ],
  "Tags": ".tags"
};

def arn($at): .arn;
