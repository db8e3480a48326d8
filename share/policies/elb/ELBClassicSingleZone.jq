module {
  "Title": "Classic Load Balancer is in one availability zone",
  "ResourceType": "AWS::ElasticLoadBalancing::LoadBalancer",
  "Severity": 50,
  "Category": "availability",
  "Reads": [".Configuration.AvailabilityZones"],
  "Parameters": {"MinZones": 2},
  "Remediation": "Attach a subnet in another zone: aws elb attach-load-balancer-to-subnets --load-balancer-name NAME --subnets SUBNET.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_LoadBalancerDescription.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-az.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-10"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MinZones | number("MinZones") | given("MinZones")) as $least
  | .Configuration.AvailabilityZones
  | given("AvailabilityZones") | items("AvailabilityZones")
  | select(unique | length < $least)
  | {Message: "availability zones: \(unique | length)", Evidence: {AvailabilityZones: .}};
