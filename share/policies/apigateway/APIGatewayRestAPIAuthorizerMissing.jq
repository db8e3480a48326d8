module {
  "Title": "REST API of API Gateway that the internet can reach has no authorizer",
  "ResourceType": "AWS::ApiGateway::RestApi",
  "Severity": 40,
  "Category": "access_control",
  "OnRequest": true,
  "Reads": [".Configuration.endpointConfiguration.types", {"Path": ".Configuration.Authorizers", "As": "shape"}],
  "Remediation": "Make one with aws apigateway create-authorizer --rest-api-id ID --name NAME --type COGNITO_USER_POOLS --provider-arns ARN --identity-source method.request.header.Authorization and let the methods use it. Methods that ask for AWS_IAM, or a resource policy, protect an API as well, and are not in this record.",
  "Source": ["https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html"]
};
include "check";

def violation:
  .Configuration
  | (.endpointConfiguration | object("endpointConfiguration") | .types
    | items("endpointConfiguration.types")) as $types
  | select($types != ["PRIVATE"] and (.Authorizers | items("Authorizers")) == [])
  | {
      Message: "no authorizer, and the endpoint is \($types | join(", "))",
      Evidence: {EndpointTypes: $types, Authorizers: 0}
    };
