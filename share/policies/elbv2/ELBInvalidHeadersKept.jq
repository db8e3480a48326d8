module {
  "Title": "Application Load Balancer passes invalid headers on",
  "ResourceType": "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [
    ".Configuration.Type",
    ".Configuration.Attributes[].Key",
    {"Path": ".Configuration.Attributes[].Value", "OneOf": ["true", "false"]}
  ],
  "Remediation": "Drop them: aws elbv2 modify-load-balancer-attributes --load-balancer-arn ARN --attributes Key=routing.http.drop_invalid_header_fields.enabled,Value=true.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-4"
  ]
};
include "check";
include "attributes";

def violation:
  .Configuration
  | select(.Type | text("Type") | given("Type") | . == "application")
  | .Attributes | attribute("routing.http.drop_invalid_header_fields.enabled")
  | select(. != "true")
  | {
      Message: "dropping of invalid headers is \(. // "not told")",
      Evidence: {"routing.http.drop_invalid_header_fields.enabled": .}
    };
