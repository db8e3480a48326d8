module {
  "Title": "Launch configuration lets metadata be reached over more than one hop",
  "ResourceType": "AWS::AutoScaling::LaunchConfiguration",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".Configuration.MetadataOptions.HttpPutResponseHopLimit"],
  "Remediation": "A launch configuration cannot be changed: make a launch template that has it (aws ec2 create-launch-template --launch-template-name NAME --launch-template-data FILE), let the group use that (aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP --launch-template LaunchTemplateName=NAME), and delete the configuration. The template says MetadataOptions={HttpPutResponseHopLimit=1}.",
  "Source": [
    "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMetadataOptions.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-4"
  ]
};
include "check";

def violation:
  .Configuration.MetadataOptions.HttpPutResponseHopLimit
  | number("HttpPutResponseHopLimit")
  | select(. != null and . > 1)
  | {Message: "metadata may go \(.) hops", Evidence: {HttpPutResponseHopLimit: .}};
