module {
  "Title": "VPC peering connection is routed for a whole network",
  "ResourceType": "AWS::EC2::VPCPeeringConnection",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.Routes[].RouteTableId", "As": "carried"},
    ".Configuration.Routes[].DestinationCidrBlock",
    ".Configuration.Routes[].DestinationIpv6CidrBlock",
    ".Configuration.RequesterVpcInfo.CidrBlock",
    ".Configuration.RequesterVpcInfo.CidrBlockSet[].CidrBlock",
    ".Configuration.RequesterVpcInfo.Ipv6CidrBlockSet[].Ipv6CidrBlock",
    ".Configuration.AccepterVpcInfo.CidrBlock",
    ".Configuration.AccepterVpcInfo.CidrBlockSet[].CidrBlock",
    ".Configuration.AccepterVpcInfo.Ipv6CidrBlockSet[].Ipv6CidrBlock"
  ],
  "Remediation": "Route to the subnets or hosts that are needed, then take this route away: aws ec2 create-route --route-table-id TABLE --destination-cidr-block CIDR --vpc-peering-connection-id PCX, and aws ec2 delete-route --route-table-id TABLE --destination-cidr-block CIDR.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnection.html",
    "https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html"
  ]
};
include "check";

def networks: [.CidrBlock, (.CidrBlockSet | items("CidrBlockSet")[] | .CidrBlock),
    (.Ipv6CidrBlockSet | items("Ipv6CidrBlockSet")[] | .Ipv6CidrBlock) | text("CidrBlock") | select(. != null)];

def violation:
  .Configuration
  | [(.RequesterVpcInfo, .AccepterVpcInfo) | networks[]] as $networks
  | [ .Routes | given("Routes") | items("Routes")[]
      | (.DestinationCidrBlock, .DestinationIpv6CidrBlock | text("DestinationCidrBlock") | select(. != null)) as $to
      | select(($to | endswith("/0")) or any($networks[]; . == $to))
      | {RouteTableId, Destination: $to} ]
  | select(. != [])
  | {Message: "routed for \(map(.Destination) | unique | join(", "))", Evidence: {Routes: .}};
