module {
  "Title": "Classic Load Balancer cuts connections of instances that leave",
  "ResourceType": "AWS::ElasticLoadBalancing::LoadBalancer",
  "Severity": 25,
  "Category": "availability",
  "Reads": [".Configuration.LoadBalancerAttributes.ConnectionDraining.Enabled"],
  "Remediation": "Turn it on: aws elb modify-load-balancer-attributes --load-balancer-name NAME --load-balancer-attributes '{\"ConnectionDraining\":{\"Enabled\":true,\"Timeout\":300}}'.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_ConnectionDraining.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-7"
  ]
};
include "check";

def violation:
  .Configuration.LoadBalancerAttributes.ConnectionDraining.Enabled
  | flag("Enabled")
  | select(. != true)
  | {Message: "connection draining is off", Evidence: {Enabled: .}};
