module {
  "ResourceType": "AWS::Transfer::Server",
  "Service": "transfer",
  "Computed": ["endpoint", "host_key_fingerprint"]
};
include "known";

def arn: arn_or("arn:\(.Partition):transfer:\(.Region):\(.Account):server/\(.id)");

def configuration: {
  Arn: arn,
  ServerId: .id,
  Domain: .domain,
  EndpointType: .endpoint_type,
  EndpointDetails: (.endpoint_details | block({
    VpcId: .vpc_id, VpcEndpointId: .vpc_endpoint_id, SubnetIds: (.subnet_ids | each(.)),
    SecurityGroupIds: (.security_group_ids | each(.)), AddressAllocationIds: (.address_allocation_ids | each(.))
  })),
  IdentityProviderType: .identity_provider_type,
  LoggingRole: (.logging_role | or_null),
  StructuredLogDestinations: (.structured_log_destinations | each(.)),
  Protocols: .protocols,
  SecurityPolicyName: .security_policy_name,
  Tags: tags
};
