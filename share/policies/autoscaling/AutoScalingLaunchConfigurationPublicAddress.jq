module {
  "Title": "Launch configuration gives instances a public address",
  "ResourceType": "AWS::AutoScaling::LaunchConfiguration",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [".Configuration.AssociatePublicIpAddress"],
  "Remediation": "A launch configuration cannot be changed: make a launch template that has it (aws ec2 create-launch-template --launch-template-name NAME --launch-template-data FILE), let the group use that (aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP --launch-template LaunchTemplateName=NAME), and delete the configuration. The template says AssociatePublicIpAddress=false of the network interface.",
  "Source": [
    "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchConfiguration.html",
    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-5"
  ]
};
include "check";

def violation:
  .Configuration.AssociatePublicIpAddress
  | flag("AssociatePublicIpAddress")
  | select(. == true)
  | {Message: "instances get a public address", Evidence: {AssociatePublicIpAddress: .}};
