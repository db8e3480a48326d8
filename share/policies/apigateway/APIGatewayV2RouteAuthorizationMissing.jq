# A WebSocket API can ask for authorization at $connect alone, and a preflight request carries no credentials.
module {
  "Title": "HTTP or WebSocket API of API Gateway has a route that anyone may call",
  "ResourceType": "AWS::ApiGatewayV2::Api",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [
    ".Configuration.ProtocolType",
    {"Path": ".Configuration.Routes[].RouteKey", "OneOf": ["OPTIONS ", "$connect"]},
    ".Configuration.Routes[].AuthorizationType"
  ],
  "Remediation": "aws apigatewayv2 update-route --api-id ID --route-id ROUTE --authorization-type JWT --authorizer-id AUTHORIZER, or AWS_IAM or CUSTOM",
  "Source": [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"
  ]
};
include "check";

def asks: .RouteKey | text("RouteKey") | given("RouteKey") | startswith("OPTIONS ") | not;

def violation:
  .Configuration
  | (.ProtocolType | text("ProtocolType")) as $protocol
  | [ .Routes | items("Routes")[]
      | select(if $protocol == "WEBSOCKET" then .RouteKey == "$connect" else asks end)
      | select(.AuthorizationType | text("AuthorizationType") | . == null or . == "NONE")
      | .RouteKey ] as $open
  | select($open != [])
  | {Message: "\($open | length) of its routes ask for no authorization", Evidence: {Routes: $open}};
