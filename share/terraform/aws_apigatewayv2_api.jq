# Stages and routes are resources of their own.
module {
  "ResourceType": "AWS::ApiGatewayV2::Api",
  "Service": "apigateway",
  "Computed": ["api_endpoint", "execution_arn"]
};
include "known";

def arn: "arn:\(.Partition):apigateway:\(.Region)::/apis/\(.id)";

def configuration: {
  ApiId: .id,
  Name: .name,
  ProtocolType: .protocol_type,
  DisableExecuteApiEndpoint: .disable_execute_api_endpoint,
  CorsConfiguration: (.cors_configuration | block({
    AllowOrigins: .allow_origins, AllowMethods: .allow_methods, AllowHeaders: .allow_headers, AllowCredentials: .allow_credentials
  })),
  Stages: [],
  Routes: [],
  Integrations: elsewhere,
  Tags: (tags | known(from_entries))
};
