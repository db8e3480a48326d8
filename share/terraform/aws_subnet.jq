module {
  "ResourceType": "AWS::EC2::Subnet",
  "Service": "ec2",
  "Computed": ["owner_id", "availability_zone"],
  "PartOf": [{"Type": "aws_vpc", "By": "vpc_id", "Is": ["id"]}]
};
include "known";

def arn: arn_or("arn:\(.Partition):ec2:\(.Region):\(.Account):subnet/\(.id)");

def subnet: {
  SubnetId: .id,
  SubnetArn: .arn,
  VpcId: .vpc_id,
  CidrBlock: .cidr_block,
  AvailabilityZone: .availability_zone,
  MapPublicIpOnLaunch: .map_public_ip_on_launch,
  AssignIpv6AddressOnCreation: .assign_ipv6_address_on_creation,
  OwnerId: (.owner_id // .Account),
  Tags: tags
};

def configuration: subnet + {SubnetArn: arn};

def join($part): .Subnets += [$part | subnet + {SubnetId: (.Address as $name | .id | id_or($name))}];
