module {
  "ResourceType": "AWS::EC2::VPC",
  "Service": "ec2",
  "Computed": ["owner_id"],
  "Live": ["Region"],
  "Name": "tags.Name"
};
include "known";

def arn: arn_or("arn:\(.Partition):ec2:\(.Region):\(.Account):vpc/\(.id)");

def configuration: {
  VpcId: .id,
  CidrBlock: .cidr_block,
  InstanceTenancy: .instance_tenancy,
  IsDefault: false,
  OwnerId: (.owner_id // .Account),
  DhcpOptionsId: .dhcp_options_id,
  EnableDnsSupport: .enable_dns_support,
  EnableDnsHostnames: .enable_dns_hostnames,
  Subnets: [],
  RouteTables: [],
  InternetGateways: [],
  FlowLogs: [],
  NatGateways: elsewhere,
  VpcEndpoints: [],
  Tags: tags
};
