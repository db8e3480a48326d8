module {
  "Title": "Classic Load Balancer only watches desync attacks",
  "ResourceType": "AWS::ElasticLoadBalancing::LoadBalancer",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [
    ".Configuration.LoadBalancerAttributes.AdditionalAttributes[].Key",
    ".Configuration.LoadBalancerAttributes.AdditionalAttributes[].Value"
  ],
  "Remediation": "Set the mode: aws elb modify-load-balancer-attributes --load-balancer-name NAME --load-balancer-attributes '{\"AdditionalAttributes\":[{\"Key\":\"elb.http.desyncmitigationmode\",\"Value\":\"defensive\"}]}'.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_AdditionalAttribute.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-desync-mitigation-mode.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-14"
  ]
};
include "check";
include "attributes";

def violation:
  .Configuration.LoadBalancerAttributes.AdditionalAttributes
  | attribute("elb.http.desyncmitigationmode")
  | select(. != "defensive" and . != "strictest" and . != null)
  | {Message: "desync mitigation mode is \(.)", Evidence: {DesyncMitigationMode: .}};
