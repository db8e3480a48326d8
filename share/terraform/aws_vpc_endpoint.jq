module {
  "ResourceType": "AWS::EC2::VPCEndpoint",
  "Service": "ec2",
  "Computed": ["owner_id"],
  "PartOf": [{"Type": "aws_vpc", "By": "vpc_id", "Is": ["id"]}]
};
include "known";

def arn: arn_or("arn:\(.Partition):ec2:\(.Region):\(.Account):vpc-endpoint/\(.id)");

def endpoint: {
  VpcEndpointId: .id,
  VpcEndpointType: .vpc_endpoint_type,
  VpcId: .vpc_id,
  ServiceName: .service_name,
  State: elsewhere,
  PolicyDocument: (.policy | or_null),
  RouteTableIds: (.route_table_ids | each(.)),
  SubnetIds: (.subnet_ids | each(.)),
  Groups: (.security_group_ids | each({GroupId: .})),
  PrivateDnsEnabled: .private_dns_enabled,
  OwnerId: first_of(.owner_id, .Account),
  Tags: tags
};

def configuration: endpoint;

# One that the plan makes will be available once it is made.
def join($part): .VpcEndpoints += [$part | endpoint + {State: "available"}];
