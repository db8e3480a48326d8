module {
  "Title": "Classic Load Balancer keeps no access logs",
  "ResourceType": "AWS::ElasticLoadBalancing::LoadBalancer",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.LoadBalancerAttributes.AccessLog.Enabled"],
  "Remediation": "Turn it on: aws elb modify-load-balancer-attributes --load-balancer-name NAME --load-balancer-attributes '{\"AccessLog\":{\"Enabled\":true,\"S3BucketName\":\"BUCKET\"}}'.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_AccessLog.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-5"
  ]
};
include "check";

def violation:
  .Configuration.LoadBalancerAttributes.AccessLog.Enabled
  | flag("Enabled")
  | select(. != true)
  | {Message: "access logs are off", Evidence: {Enabled: .}};
