module {
  "Title": "VPC spans too few availability zones",
  "ResourceType": "AWS::EC2::VPC",
  "Severity": 50,
  "Category": "availability",
  "OnRequest": true,
  "Reads": [
    {"Path": ".Configuration.Subnets[].SubnetId", "As": "carried"},
    ".Configuration.Subnets[].AvailabilityZone",
    {"Path": ".Configuration.RouteTables[].Associations[].SubnetId", "As": "carried"},
    ".Configuration.RouteTables[].Associations[].Main",
    {"Path": ".Configuration.RouteTables[].Routes[].DestinationCidrBlock", "OneOf": ["/0"]},
    {"Path": ".Configuration.RouteTables[].Routes[].GatewayId", "OneOf": ["igw-"]},
    ".Configuration.RouteTables[].Routes[].State"
  ],
  "Parameters": {"MinZones": 3, "SubnetTypes": ["public", "private"]},
  "Remediation": "Make subnets of the missing kind in the missing zones (aws ec2 create-subnet --vpc-id VPC --availability-zone ZONE --cidr-block CIDR), with a route table each: a route to the internet gateway makes a subnet public, one to a NAT gateway private.",
  "Source": [
    "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html",
    "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html"
  ]
};
include "check";

# public: a way to an internet gateway; private: another way to the internet; isolated: none.
def type_of($table):
  [$table.Routes | items("Routes")[]
      | select((.DestinationCidrBlock | text("DestinationCidrBlock") // "" | endswith("/0")) and .State != "blackhole")]
  | if . == [] then "isolated" elif any(.[]; .GatewayId // "" | startswith("igw-")) then "public" else "private" end;

def violation($now; $parameters):
  ($parameters.MinZones | number("MinZones") | given("MinZones")) as $least
  | ($parameters.SubnetTypes | items("SubnetTypes")) as $types
  | .Configuration
  | (.RouteTables | items("RouteTables")) as $tables
  | ($tables | map(select(any(.Associations | items("Associations")[]; .Main == true))) | .[0]) as $main
  | [ .Subnets | given("Subnets") | items("Subnets")[]
      | (.SubnetId | given("SubnetId")) as $id
      | {AvailabilityZone: (.AvailabilityZone | text("AvailabilityZone") | given("AvailabilityZone")),
         Type: type_of(($tables | map(select(any(.Associations[]?; .SubnetId == $id))) | .[0]) // $main)} ] as $subnets
  | [ {Type: "any", Zones: ($subnets | map(.AvailabilityZone) | unique)},
      ($types[] | . as $type
          | {Type: $type, Zones: ($subnets | map(select(.Type == $type) | .AvailabilityZone) | unique)}) ]
  | select(any(.[]; .Zones | length < $least))
  | {
      Message: (map(select(.Zones | length < $least) | "\(.Type): \(.Zones | length)")
          | "zones with subnets, " + join(", ")),
      Evidence: {SubnetTypes: .}
    };
