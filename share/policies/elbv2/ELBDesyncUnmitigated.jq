module {
  "Title": "Application Load Balancer only watches desync attacks",
  "ResourceType": "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [
    ".Configuration.Type",
    ".Configuration.Attributes[].Key",
    {"Path": ".Configuration.Attributes[].Value", "OneOf": ["defensive", "false", "monitor", "strictest", "true"]}
  ],
  "Remediation": "Set the mode: aws elbv2 modify-load-balancer-attributes --load-balancer-arn ARN --attributes Key=routing.http.desync_mitigation_mode,Value=defensive.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-12"
  ]
};
include "check";
include "attributes";

def violation:
  .Configuration
  | select(.Type | text("Type") | given("Type") | . == "application")
  | .Attributes | attribute("routing.http.desync_mitigation_mode")
  | select(. != "defensive" and . != "strictest" and . != null)
  | {Message: "desync mitigation mode is \(. // "not told")", Evidence: {"routing.http.desync_mitigation_mode": .}};
