module {
  "Title": "Load balancer sends requests nowhere",
  "ResourceType": "AWS::ElasticLoadBalancingV2::LoadBalancer",
  "Severity": 25,
  "Category": "cost",
  "Reads": [{"Path": ".Configuration.TargetGroups", "As": "shape"}, ".Configuration.Listeners[].DefaultActions[].Type"],
  "Remediation": "Delete it, if nothing will use it again: aws elbv2 delete-load-balancer --load-balancer-arn ARN. Its hours are paid for all the same.",
  "Source": [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html"
  ]
};
include "check";

def violation:
  .Configuration
  | (.TargetGroups | given("TargetGroups") | items("TargetGroups")) as $groups
  | [.Listeners | items("Listeners")[] | .DefaultActions | items("DefaultActions")[] | .Type | text("Type")
      | given("Type")] as $actions
  | select($groups == [] and all($actions[]; . != "redirect" and . != "fixed-response"))
  | {Message: "no target group", Evidence: {TargetGroups: $groups, DefaultActions: $actions}};
