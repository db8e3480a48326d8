# The routes and subnets of a table are blocks, or resources of their own.
module {
  "PartOf": [{"Type": "aws_vpc", "By": "vpc_id", "Is": ["id"]}],
  "Related": [
    {"Type": "aws_route_table_association", "By": "route_table_id", "Is": ["id"], "As": "associations"},
    {"Type": "aws_route", "By": "route_table_id", "Is": ["id"], "As": "routes"}
  ]
};
include "known";

def route: {
  DestinationCidrBlock: (.cidr_block | or_null), DestinationIpv6CidrBlock: (.ipv6_cidr_block | or_null),
  GatewayId: (.gateway_id | or_null), NatGatewayId: (.nat_gateway_id | or_null)
} | with_entries(select(.value != null));

def association:
  (if (.subnets // []) | length > 0 then .subnets[-1].Address else null end) as $name
  | {Main: false, SubnetId: (.subnet_id | if $name == null then . else id_or($name) end)};

def join($part): .RouteTables += [$part | {
  RouteTableId: .id,
  Routes: (.route | each(route)
    | known(. + ([($part.routes // [])[] | .cidr_block = .destination_cidr_block
        | .ipv6_cidr_block = .destination_ipv6_cidr_block | route]))),
  Associations: [(.associations // [])[] | association]
}];
