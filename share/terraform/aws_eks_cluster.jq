module {
  "ResourceType": "AWS::EKS::Cluster",
  "Service": "eks",
  "Name": "name",
  "Computed": ["version"]
};
include "known";

def arn: arn_or("arn:\(.Partition):eks:\(.Region):\(.Account):cluster/\(.name)");

def configuration: {
  name: .name,
  arn: arn,
  version: .version,
  roleArn: .role_arn,
  status: elsewhere,
  deletionProtection: .deletion_protection,
  resourcesVpcConfig: (.vpc_config | block({
    subnetIds: .subnet_ids, securityGroupIds: (.security_group_ids | each(.)), vpcId: .vpc_id,
    endpointPublicAccess: .endpoint_public_access, endpointPrivateAccess: .endpoint_private_access,
    publicAccessCidrs: (.public_access_cidrs | each(.))
  })),
  logging: {clusterLogging: (.enabled_cluster_log_types
    | if unknown then . else (. // []) | if length == 0 then [] else [{types: ., enabled: true}] end end)},
  encryptionConfig: (.encryption_config | each({
    resources: .resources, provider: (.provider | block({keyArn: .key_arn}))
  })),
  tags: (.tags_all // .tags)
};
