module {
  "Title": "VPC has not the number of NAT gateways of its environment",
  "ResourceType": "AWS::EC2::VPC",
  "Severity": 25,
  "Category": "cost",
  "OnRequest": true,
  "Reads": [
    ".Tags.Environment",
    {"Path": ".Configuration.NatGateways[].NatGatewayId", "As": "carried"},
    ".Configuration.NatGateways[].ConnectivityType"
  ],
  "Parameters": {
    "Production": ["prod", "production"],
    "Test": ["ci", "dev", "development", "test", "testing"],
    "MinProduction": 2,
    "MaxTest": 1
  },
  "Remediation": "Outside production one NAT gateway is enough: route all private subnets through it, and delete the others (aws ec2 delete-nat-gateway --nat-gateway-id NAT). In production make one in each zone: aws ec2 create-nat-gateway --subnet-id SUBNET --allocation-id ADDRESS.",
  "Source": [
    "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MaxTest | number("MaxTest") | given("MaxTest")) as $most
  | ($parameters.MinProduction | number("MinProduction") | given("MinProduction")) as $least
  | (.Tags | object("Tags") | .Environment | text("the tag Environment")) as $environment
  | select($environment != null)
  | ($environment | ascii_downcase) as $name
  | ($parameters.Production | items("Production") | has_item($name)) as $production
  | select($production or ($parameters.Test | items("Test") | has_item($name)))
  | [.Configuration.NatGateways | given("NatGateways") | items("NatGateways")[] | select(.ConnectivityType != "private")
      | .NatGatewayId]
  | length as $count
  | select(if $production then $count > 0 and $count < $least else $count > $most end)
  | {
      Message: (if $production then "NAT gateways in production: \($count), a single point of failure"
                else "NAT gateways outside production: \($count)" end),
      Evidence: {Environment: $environment, NatGatewayIds: .}
    };
