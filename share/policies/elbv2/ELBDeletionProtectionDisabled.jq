module {
  "Title": "Load balancer can be deleted by one call",
  "ResourceType": "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [
    ".Configuration.Type",
    ".Configuration.Attributes[].Key",
    {"Path": ".Configuration.Attributes[].Value", "OneOf": ["true", "false"]}
  ],
  "Remediation": "Turn deletion protection on: aws elbv2 modify-load-balancer-attributes --load-balancer-arn ARN --attributes Key=deletion_protection.enabled,Value=true. Turn it off the same way before a stack is destroyed.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-6"
  ]
};
include "check";
include "attributes";

def violation:
  .Configuration
  | select(.Type | text("Type") | given("Type") | . == "application" or . == "network" or . == "gateway")
  | .Attributes | attribute("deletion_protection.enabled")
  | select(. != "true")
  | {Message: "deletion protection is \(. // "not told")", Evidence: {"deletion_protection.enabled": .}};
