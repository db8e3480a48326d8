module {
  "Title": "Target group is used by no load balancer",
  "ResourceType": "AWS::ElasticLoadBalancingV2::TargetGroup",
  "Severity": 10,
  "Category": "maintenance",
  "Reads": [{"Path": ".Configuration.LoadBalancerArns", "As": "shape"}],
  "Remediation": "Delete it: aws elbv2 delete-target-group --target-group-arn ARN. A group that a blue/green deployment swaps in is without a load balancer for a while.",
  "Source": ["https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html"]
};
include "check";

def violation:
  .Configuration.LoadBalancerArns
  | given("LoadBalancerArns") | items("LoadBalancerArns")
  | select(. == [])
  | {Message: "no load balancer uses it", Evidence: {LoadBalancerArns: .}};
