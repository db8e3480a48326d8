module {
  "Title": "Auto Scaling group grows and shrinks by no alarm",
  "ResourceType": "AWS::AutoScaling::AutoScalingGroup",
  "Severity": 5,
  "Category": "availability",
  "OnRequest": true,
  "Reads": [
    {"Path": ".Configuration.ScalingPolicies[].Alarms", "As": "shape"},
    ".Configuration.ScalingPolicies[].PolicyType"
  ],
  "Remediation": "aws autoscaling put-scaling-policy --auto-scaling-group-name NAME --policy-name cpu --policy-type TargetTrackingScaling --target-tracking-configuration file://cpu.json, which makes the alarms itself",
  "Source": ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html"]
};
include "check";

def violation:
  [.Configuration.ScalingPolicies | items("ScalingPolicies")[] | .Alarms | items("Alarms")]
  | select(any(.[]; . != []) | not)
  | {Message: "no alarm starts scaling", Evidence: {ScalingPolicies: length, Alarms: 0}};
