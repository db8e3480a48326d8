module {
  "Title": "Internet-facing Application Load Balancer has no web ACL",
  "ResourceType": "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [".Configuration.Type", ".Configuration.Scheme", {"Path": ".Configuration.WebACLArn", "As": "shape"}],
  "Remediation": "Associate a web ACL of AWS WAF: aws wafv2 associate-web-acl --web-acl-arn ACL --resource-arn ARN.",
  "Source": [
    "https://docs.aws.amazon.com/waf/latest/APIReference/API_GetWebACLForResource.html",
    "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Type | text("Type") | given("Type") | . == "application")
  | select(.Scheme | text("Scheme") | . != "internal")
  | .WebACLArn | text("WebACLArn")
  | select(. == null or . == "")
  | {Message: "no web ACL", Evidence: {WebACLArn: .}};
