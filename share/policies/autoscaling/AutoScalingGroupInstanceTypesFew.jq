module {
  "Title": "Auto Scaling group launches a single instance type, or in a single zone",
  "ResourceType": "AWS::AutoScaling::AutoScalingGroup",
  "Severity": 50,
  "Category": "availability",
  "Reads": [
    ".Configuration.AvailabilityZones",
    ".Configuration.MixedInstancesPolicy.LaunchTemplate.Overrides[].InstanceType",
    {"Path": ".Configuration.MixedInstancesPolicy.LaunchTemplate.Overrides[].InstanceRequirements", "As": "shape"}
  ],
  "Remediation": "Let it launch other types when one cannot be had: aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP --mixed-instances-policy FILE, with several types, or what they must have, in Overrides.",
  "Source": [
    "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchTemplateOverrides.html",
    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-6"
  ]
};
include "check";

def violation:
  .Configuration
  | (.AvailabilityZones | items("AvailabilityZones") | unique) as $zones
  | [.MixedInstancesPolicy.LaunchTemplate.Overrides | items("Overrides")[]] as $overrides
  | [$overrides[] | .InstanceType | text("InstanceType") | select(. != null)] as $types
  | any($overrides[]; .InstanceRequirements | object("InstanceRequirements") | . != null) as $requirements
  | select(($zones | length) < 2 or (($types | unique | length) < 2 and ($requirements | not)))
  | {
      Message: "instance types: \($types | unique | length), availability zones: \($zones | length)",
      Evidence: {InstanceTypes: $types, AvailabilityZones: $zones}
    };
