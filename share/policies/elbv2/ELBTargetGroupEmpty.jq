module {
  "Title": "Target group of a load balancer has no targets",
  "ResourceType": "AWS::ElasticLoadBalancingV2::TargetGroup",
  "Severity": 25,
  "Category": "availability",
  "Reads": [
    {"Path": ".Configuration.LoadBalancerArns", "As": "shape"},
    {"Path": ".Configuration.TargetHealthDescriptions", "As": "shape"}
  ],
  "Remediation": "Register targets (aws elbv2 register-targets --target-group-arn ARN --targets Id=TARGET), or take the group out of its listener and delete it: until then requests are answered with an error.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealthDescription.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.LoadBalancerArns | items("LoadBalancerArns") | . != [])
  | .TargetHealthDescriptions
  | given("TargetHealthDescriptions") | items("TargetHealthDescriptions")
  | select(. == [])
  | {Message: "no targets are registered", Evidence: {TargetHealthDescriptions: .}};
