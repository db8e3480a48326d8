# Its address is told by the gateway what it is bound to.
module {
  "ResourceType": "AWS::EC2::NatGateway",
  "Service": "ec2",
  "PartOf": [{"Type": "aws_eip", "By": "allocation_id", "Is": ["id", "allocation_id"]}],
  "Computed": ["association_id", "network_interface_id", "private_ip", "public_ip"]
};
include "known";

def arn: "arn:\(.Partition):ec2:\(.Region):\(.Account):natgateway/\(.id)";

def configuration: {
  NatGatewayId: .id,
  SubnetId: .subnet_id,
  ConnectivityType: .connectivity_type,
  State: elsewhere,
  Tags: tags
};

def join($part):
  .AssociationId = $part.association_id
  | .NetworkInterfaceId = ($part.network_interface_id | or_null)
  | .PrivateIpAddress = ($part.private_ip | or_null);
