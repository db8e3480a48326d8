module {
  "ResourceType": "AWS::EC2::NatGateway",
  "Service": "ec2"
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
