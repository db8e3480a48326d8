module {
  "Title": "Classic Load Balancer has no instances",
  "ResourceType": "AWS::ElasticLoadBalancing::LoadBalancer",
  "Severity": 25,
  "Category": "cost",
  "Reads": [{"Path": ".Configuration.Instances", "As": "shape"}],
  "Remediation": "Delete it, if no group will register instances again: aws elb delete-load-balancer --load-balancer-name NAME.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_LoadBalancerDescription.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-getting-started.html"
  ]
};
include "check";

def violation:
  .Configuration.Instances
  | given("Instances") | items("Instances")
  | select(. == [])
  | {Message: "no instances are registered", Evidence: {Instances: .}};
