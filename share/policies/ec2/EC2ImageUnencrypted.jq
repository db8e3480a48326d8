module {
  "Title": "AMI has an unencrypted snapshot",
  "ResourceType": "AWS::EC2::Image",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.BlockDeviceMappings[].DeviceName",
    {"Path": ".Configuration.BlockDeviceMappings[].Ebs.SnapshotId", "As": "carried"},
    ".Configuration.BlockDeviceMappings[].Ebs.Encrypted"
  ],
  "Remediation": "Copy the image encrypted, use the copy, and deregister the one that is not: aws ec2 copy-image --source-region REGION --source-image-id AMI --name NAME --encrypted, then aws ec2 deregister-image --image-id AMI.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html"
  ]
};
include "check";

def violation:
  [ .Configuration.BlockDeviceMappings | items("BlockDeviceMappings")[]
    | object("a mapping") | select(.Ebs != null)
    | select(.Ebs.Encrypted | flag("Encrypted") | . != true)
    | {DeviceName, SnapshotId: .Ebs.SnapshotId, Encrypted: .Ebs.Encrypted} ]
  | select(. != [])
  | {Message: "unencrypted: \(map(.DeviceName) | join(", "))", Evidence: {UnencryptedDevices: .}};
