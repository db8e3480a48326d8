module {
  "PartOf": [{"Type": "aws_apigatewayv2_api", "By": "api_id", "Is": ["id"]}]
};
include "known";

def join($part):
  .Routes += [{
    RouteKey: $part.route_key,
    AuthorizationType: $part.authorization_type,
    AuthorizerId: ($part.authorizer_id | or_null),
    ApiKeyRequired: $part.api_key_required,
    Target: ($part.target | or_null)
  }];
