module {
  "Title": "Classic Load Balancer does not balance across zones",
  "ResourceType": "AWS::ElasticLoadBalancing::LoadBalancer",
  "Severity": 50,
  "Category": "availability",
  "Reads": [".Configuration.LoadBalancerAttributes.CrossZoneLoadBalancing.Enabled"],
  "Remediation": "Turn it on: aws elb modify-load-balancer-attributes --load-balancer-name NAME --load-balancer-attributes '{\"CrossZoneLoadBalancing\":{\"Enabled\":true}}'.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_CrossZoneLoadBalancing.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-9"
  ]
};
include "check";

def violation:
  .Configuration.LoadBalancerAttributes.CrossZoneLoadBalancing.Enabled
  | flag("Enabled")
  | select(. != true)
  | {Message: "cross-zone load balancing is off", Evidence: {Enabled: .}};
