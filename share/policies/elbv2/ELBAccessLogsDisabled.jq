module {
  "Title": "Application Load Balancer keeps no access logs",
  "ResourceType": "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    ".Configuration.Type",
    ".Configuration.Attributes[].Key",
    {"Path": ".Configuration.Attributes[].Value", "OneOf": ["true", "false"]}
  ],
  "Remediation": "Send them to a bucket whose policy lets Elastic Load Balancing write: aws elbv2 modify-load-balancer-attributes --load-balancer-arn ARN --attributes Key=access_logs.s3.enabled,Value=true Key=access_logs.s3.bucket,Value=BUCKET.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-5"
  ]
};
include "check";
include "attributes";

def violation:
  .Configuration
  | select(.Type | text("Type") | given("Type") | . == "application")
  | .Attributes | attribute("access_logs.s3.enabled")
  | select(. != "true")
  | {Message: "access logs are \(. // "not told")", Evidence: {"access_logs.s3.enabled": .}};
