module {
  "ResourceType": "AWS::NetworkFirewall::Firewall",
  "Service": "networkfirewall",
  "Computed": ["firewall_status", "update_token"]
};
include "known";

def arn: arn_or("arn:\(.Partition):network-firewall:\(.Region):\(.Account):firewall/\(.name)");

def configuration: {
  FirewallName: .name,
  FirewallArn: arn,
  FirewallPolicyArn: .firewall_policy_arn,
  VpcId: .vpc_id,
  SubnetMappings: (.subnet_mapping | each({SubnetId: .subnet_id})),
  DeleteProtection: .delete_protection,
  SubnetChangeProtection: .subnet_change_protection,
  FirewallPolicyChangeProtection: .firewall_policy_change_protection,
  EncryptionConfiguration: (.encryption_configuration | block({KeyId: (.key_id | or_null), Type: .type})),
  AvailabilityZoneMappings: elsewhere,
  LoggingConfiguration: null,
  Tags: tags
};
