module {
  "ResourceType": "AWS::EC2::TransitGateway",
  "Service": "ec2",
  "Computed": ["association_default_route_table_id", "owner_id", "propagation_default_route_table_id"]
};
include "known";

def arn: arn_or("arn:\(.Partition):ec2:\(.Region):\(.Account):transit-gateway/\(.id)");

def configuration: {
  TransitGatewayId: .id,
  TransitGatewayArn: arn,
  Description: .description,
  State: elsewhere,
  Options: {
    AutoAcceptSharedAttachments: .auto_accept_shared_attachments, DnsSupport: .dns_support,
    DefaultRouteTableAssociation: .default_route_table_association,
    DefaultRouteTablePropagation: .default_route_table_propagation
  },
  Tags: tags
};
