module {
  "Title": "Load balancer does not balance across zones",
  "ResourceType": "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "Severity": 25,
  "Category": "availability",
  "Reads": [
    ".Configuration.Type",
    ".Configuration.Attributes[].Key",
    {"Path": ".Configuration.Attributes[].Value", "OneOf": ["true", "false"]}
  ],
  "Remediation": "Turn it on, which makes traffic between zones that is paid for: aws elbv2 modify-load-balancer-attributes --load-balancer-arn ARN --attributes Key=load_balancing.cross_zone.enabled,Value=true.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html"
  ]
};
include "check";
include "attributes";

def violation:
  .Configuration
  | select(.Type | text("Type") | given("Type") | . == "network" or . == "gateway")
  | .Attributes | attribute("load_balancing.cross_zone.enabled")
  | select(. != "true")
  | {Message: "cross-zone load balancing is \(. // "not told")", Evidence: {"load_balancing.cross_zone.enabled": .}};
