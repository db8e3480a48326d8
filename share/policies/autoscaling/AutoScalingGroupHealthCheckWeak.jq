module {
  "Title": "Auto Scaling group does not ask its load balancer for health",
  "ResourceType": "AWS::AutoScaling::AutoScalingGroup",
  "Severity": 25,
  "Category": "availability",
  "Reads": [
    {"Path": ".Configuration.LoadBalancerNames", "As": "shape"},
    {"Path": ".Configuration.TargetGroupARNs", "As": "shape"},
    ".Configuration.HealthCheckType"
  ],
  "Remediation": "Let the group replace what the load balancer finds unhealthy: aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP --health-check-type ELB --health-check-grace-period 300.",
  "Source": [
    "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html",
    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-1"
  ]
};
include "check";

def violation:
  .Configuration
  | select((.LoadBalancerNames | items("LoadBalancerNames")) + (.TargetGroupARNs | items("TargetGroupARNs")) != [])
  | .HealthCheckType | text("HealthCheckType")
  | select(. // "" | split(",") | any(.[]; . == "ELB") | not)
  | {Message: "health is checked by \(. // "nothing that is told")", Evidence: {HealthCheckType: .}};
