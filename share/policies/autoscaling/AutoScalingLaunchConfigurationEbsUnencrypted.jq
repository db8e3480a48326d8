module {
  "Title": "Launch configuration makes unencrypted EBS volumes",
  "ResourceType": "AWS::AutoScaling::LaunchConfiguration",
  "Severity": 75,
  "Category": "encryption",
  "Reads": [
    ".Configuration.BlockDeviceMappings[].DeviceName",
    ".Configuration.BlockDeviceMappings[].Ebs.Encrypted",
    ".Configuration.BlockDeviceMappings[].Ebs.VolumeSize"
  ],
  "Remediation": "A launch configuration cannot be changed: make a launch template that has it (aws ec2 create-launch-template --launch-template-name NAME --launch-template-data FILE), let the group use that (aws autoscaling update-auto-scaling-group --auto-scaling-group-name GROUP --launch-template LaunchTemplateName=NAME), and delete the configuration. The template says Encrypted=true of each volume.",
  "Source": [
    "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_Ebs.html",
    "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"
  ]
};
include "check";

def violation:
  [ .Configuration.BlockDeviceMappings | items("BlockDeviceMappings")[]
    | select(.Ebs | object("Ebs") | . != null)
    | {DeviceName, Encrypted: (.Ebs.Encrypted | flag("Encrypted"))}
    | select(.Encrypted != true) ]
  | select(. != [])
  | {Message: "unencrypted: \(map(.DeviceName) | join(", "))", Evidence: {UnencryptedDevices: .}};
