# What an address is bound to is told where it is bound: here, by an aws_eip_association, or by a NAT gateway; a state
# has it only from the next refresh on.
module {
  "ResourceType": "AWS::EC2::EIP",
  "Service": "ec2",
  "Computed": [
    "allocation_id", "association_id", "carrier_ip", "customer_owned_ip", "instance", "network_border_group",
    "network_interface", "private_ip", "public_ip", "public_ipv4_pool"
  ]
};
include "known";

def arn: arn_or("arn:\(.Partition):ec2:\(.Region):\(.Account):elastic-ip/\(.id)");

def configuration: {
  AllocationId: .id,
  AssociationId: (.association_id | if . == null or . == "" then elsewhere else . end),
  Domain: .domain,
  PublicIp: .public_ip,
  PublicIpv4Pool: (.public_ipv4_pool | or_null),
  NetworkBorderGroup: (.network_border_group | or_null),
  InstanceId: (.instance | or_null),
  NetworkInterfaceId: (.network_interface | or_null),
  PrivateIpAddress: (.private_ip | or_null),
  CarrierIp: (.carrier_ip | or_null),
  CustomerOwnedIp: (.customer_owned_ip | or_null),
  Tags: tags
};
