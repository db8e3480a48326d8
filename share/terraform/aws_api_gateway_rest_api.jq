# Stages are resources of their own.  The API's ARN names no account, and its execution ARN is another.
module {
  "ResourceType": "AWS::ApiGateway::RestApi",
  "Service": "apigateway",
  "Computed": ["created_date", "execution_arn", "root_resource_id"]
};
include "known";

def arn: "arn:\(.Partition):apigateway:\(.Region)::/restapis/\(.id)";

def configuration: {
  id: .id,
  name: .name,
  description: .description,
  policy: (.policy | or_null),
  endpointConfiguration: (.endpoint_configuration | block({types: .types, vpcEndpointIds: (.vpc_endpoint_ids | each(.))})),
  disableExecuteApiEndpoint: .disable_execute_api_endpoint,
  minimumCompressionSize: .minimum_compression_size,
  Stages: [],
  Authorizers: elsewhere,
  tags: (tags | known(from_entries))
};
