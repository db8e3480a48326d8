module {
  "ResourceType": "AWS::Cognito::IdentityPool",
  "Service": "cognito"
};
include "known";

def arn: arn_or("arn:\(.Partition):cognito-identity:\(.Region):\(.Account):identitypool/\(.id)");

def configuration: {
  IdentityPoolId: .id,
  IdentityPoolName: .identity_pool_name,
  AllowUnauthenticatedIdentities: .allow_unauthenticated_identities,
  AllowClassicFlow: .allow_classic_flow,
  IdentityPoolTags: (tags | known(from_entries))
};
