# Protocols are names or numbers in Terraform, and numbers in the API.
module {
  "ResourceType": "AWS::EC2::NetworkAcl",
  "Service": "ec2",
  "Computed": ["owner_id"]
};
include "known";

def arn: arn_or("arn:\(.Partition):ec2:\(.Region):\(.Account):network-acl/\(.id)");

def number: given(ascii_downcase | {"tcp": "6", "udp": "17", "icmp": "1", "icmpv6": "58", "all": "-1"}[.] // .);

def entry($egress): {
  RuleNumber: .rule_no,
  RuleAction: (.action | known(ascii_downcase)),
  Protocol: (.protocol | number),
  PortRange: {From: .from_port, To: .to_port},
  CidrBlock: (.cidr_block | or_null),
  Ipv6CidrBlock: (.ipv6_cidr_block | or_null),
  Egress: $egress
} | with_entries(select(.value != null));

def configuration: {
  NetworkAclId: .id,
  VpcId: .vpc_id,
  IsDefault: false,
  OwnerId: first_of(.owner_id, .Account),
  Entries: ((.ingress | each(entry(false))) as $in | (.egress | each(entry(true))) as $out
    | if $in | unknown then $in elif $out | unknown then $out else $in + $out end),
  Associations: (.subnet_ids | each({SubnetId: .})),
  Tags: tags
};
