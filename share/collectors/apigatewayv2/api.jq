# HTTP and WebSocket APIs.  They answer at API Gateway's endpoint, and are read by its one action.
module {
  "ResourceType": "AWS::ApiGatewayV2::Api",
  "Service": "apigatewayv2",
  "AccountService": "apigateway",
  "Scope": "regional",
  "List": {
    "Operation": "GetApis", "Parameters": {"MaxResults": "500"}, "Token": "NextToken",
    "Items": "Items[]", "Permission": "apigateway:GET"
  },
  "Detail": [
    {
      "Operation": "GetStages", "Parameters": {"ApiId": ".ApiId", "MaxResults": "500"}, "Token": "NextToken",
      "From": "Items", "Into": "Stages", "Permission": "apigateway:GET"
    },
    {
      "Operation": "GetRoutes", "Parameters": {"ApiId": ".ApiId", "MaxResults": "500"}, "Token": "NextToken",
      "From": "Items", "Into": "Routes", "Permission": "apigateway:GET"
    },
    {
      "Operation": "GetIntegrations", "Parameters": {"ApiId": ".ApiId", "MaxResults": "500"}, "Token": "NextToken",
      "From": "Items", "Into": "Integrations", "Permission": "apigateway:GET"
    }
  ],
  "Gone": ["NotFoundException"]
};

def arn($at): "arn:\($at.Partition):apigateway:\($at.Region)::/apis/\(.ApiId)";
