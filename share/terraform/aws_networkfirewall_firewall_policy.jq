module {
  "ResourceType": "AWS::NetworkFirewall::FirewallPolicy",
  "Service": "networkfirewall",
  "Computed": ["update_token"]
};
include "known";

def arn: arn_or("arn:\(.Partition):network-firewall:\(.Region):\(.Account):firewall-policy/\(.name)");

def group: {ResourceArn: .resource_arn, Priority: (.priority | above_zero)};

def configuration: {
  FirewallPolicyName: .name,
  Arn: arn,
  FirewallPolicy: (.firewall_policy | block({
    StatelessRuleGroupReferences: (.stateless_rule_group_reference | each(group)),
    StatelessDefaultActions: .stateless_default_actions,
    StatelessFragmentDefaultActions: .stateless_fragment_default_actions,
    StatefulRuleGroupReferences: (.stateful_rule_group_reference | each(group)),
    StatefulDefaultActions: (.stateful_default_actions | each(.))
  })),
  EncryptionConfiguration: (.encryption_configuration | block({KeyId: (.key_id | or_null), Type: .type})),
  Tags: tags
};
