module {
  "Title": "Launch configuration does not require session tokens (IMDSv2)",
  "ResourceType": "AWS::AutoScaling::LaunchConfiguration",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".Configuration.MetadataOptions.HttpTokens", ".Configuration.MetadataOptions.HttpEndpoint"],
  "Remediation": "A launch configuration cannot be changed: make a launch template that has it (aws ec2 create-launch-template --launch-template-name NAME --launch-template-data FILE), let the group use that (aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP --launch-template LaunchTemplateName=NAME), and delete the configuration. The template says MetadataOptions={HttpTokens=required}.",
  "Source": [
    "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceMetadataOptions.html",
    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-launch-config.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-3"
  ]
};
include "check";

def violation:
  .Configuration.MetadataOptions
  | (.HttpTokens | text("HttpTokens")) as $tokens
  | (.HttpEndpoint | text("HttpEndpoint")) as $endpoint
  | select($tokens != "required" and $endpoint != "disabled")
  | {
      Message: "session tokens are \($tokens // "not said to be required")",
      Evidence: {HttpTokens: $tokens, HttpEndpoint: $endpoint}
    };
