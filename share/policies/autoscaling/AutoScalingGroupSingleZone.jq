module {
  "Title": "Auto Scaling group is in one availability zone",
  "ResourceType": "AWS::AutoScaling::AutoScalingGroup",
  "Severity": 50,
  "Category": "availability",
  "Reads": [".Configuration.AvailabilityZones"],
  "Parameters": {"MinZones": 2},
  "Remediation": "Give it subnets in several zones: aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP --vpc-zone-identifier SUBNET,SUBNET.",
  "Source": [
    "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html",
    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-availability-zone-balanced.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-2"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MinZones | number("MinZones") | given("MinZones")) as $least
  | .Configuration.AvailabilityZones
  | given("AvailabilityZones") | items("AvailabilityZones")
  | select(unique | length < $least)
  | {Message: "availability zones: \(unique | length)", Evidence: {AvailabilityZones: .}};
