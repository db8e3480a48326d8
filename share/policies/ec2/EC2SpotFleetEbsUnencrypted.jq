module {
  "Title": "Spot fleet request makes unencrypted EBS volumes",
  "ResourceType": "AWS::EC2::SpotFleet",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.SpotFleetRequestState",
    ".Configuration.SpotFleetRequestConfig.LaunchSpecifications[].BlockDeviceMappings[].DeviceName",
    ".Configuration.SpotFleetRequestConfig.LaunchSpecifications[].BlockDeviceMappings[].Ebs.Encrypted",
    ".Configuration.SpotFleetRequestConfig.LaunchSpecifications[].BlockDeviceMappings[].Ebs.VolumeSize"
  ],
  "Remediation": "Request a fleet whose volumes are Encrypted (aws ec2 request-spot-fleet --spot-fleet-request-config FILE), and cancel this one: aws ec2 cancel-spot-fleet-requests --spot-fleet-request-ids REQUEST --terminate-instances.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SpotFleetLaunchSpecification.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-173"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.SpotFleetRequestState | text("SpotFleetRequestState") // "" | startswith("cancelled") | not)
  | [ .SpotFleetRequestConfig.LaunchSpecifications | items("LaunchSpecifications")[]
      | .BlockDeviceMappings | items("BlockDeviceMappings")[]
      | select(.Ebs | object("Ebs") | . != null)
      | {DeviceName, Encrypted: (.Ebs.Encrypted | flag("Encrypted"))}
      | select(.Encrypted != true) ]
  | select(. != [])
  | {Message: "unencrypted: \(map(.DeviceName) | unique | join(", "))", Evidence: {UnencryptedDevices: .}};
