# Subnets of a load balancer lie in a zone each, so in a plan, which does not tell the zones, their number is the
# same.
module {
  "Title": "Load balancer is in one availability zone",
  "ResourceType": "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "Severity": 50,
  "Category": "availability",
  "Reads": [
    {"Path": ".Configuration.AvailabilityZones[].SubnetId", "As": "carried"},
    ".Configuration.AvailabilityZones[].ZoneName"
  ],
  "Parameters": {"MinZones": 2},
  "Remediation": "Give it a subnet in another zone: aws elbv2 set-subnets --load-balancer-arn ARN --subnets SUBNET SUBNET.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AvailabilityZone.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-13"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MinZones | number("MinZones") | given("MinZones")) as $least
  | [ .Configuration.AvailabilityZones | given("AvailabilityZones") | items("AvailabilityZones")[]
      | if .ZoneName == null then .SubnetId | text("SubnetId") | given("SubnetId") else .ZoneName
          | text("ZoneName") end ]
  | unique
  | select(length < $least)
  | {Message: "availability zones: \(length)", Evidence: {AvailabilityZones: .}};
