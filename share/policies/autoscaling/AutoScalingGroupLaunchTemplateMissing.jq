module {
  "Title": "Auto Scaling group launches by a launch configuration",
  "ResourceType": "AWS::AutoScaling::AutoScalingGroup",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [
    {"Path": ".Configuration.LaunchTemplate", "As": "shape"},
    {"Path": ".Configuration.MixedInstancesPolicy.LaunchTemplate", "As": "shape"},
    {"Path": ".Configuration.LaunchConfigurationName", "As": "carried"}
  ],
  "Remediation": "Make a launch template of the launch configuration (aws ec2 create-launch-template --launch-template-name NAME --launch-template-data FILE), and let the group use it: aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP --launch-template LaunchTemplateName=NAME. Launch configurations get no new features.",
  "Source": [
    "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html",
    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/migrate-to-launch-templates.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-9"
  ]
};
include "check";

def violation:
  .Configuration
  | select((.LaunchTemplate | object("LaunchTemplate")) == null)
  | select((.MixedInstancesPolicy.LaunchTemplate | object("LaunchTemplate")) == null)
  | {Message: "no launch template", Evidence: {LaunchConfigurationName}};
