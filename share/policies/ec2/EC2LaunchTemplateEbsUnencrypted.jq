# A template has a default version, and the latest, which groups may ask for: both are launched without a word more,
# so both are judged.
module {
  "Title": "Launch template makes unencrypted EBS volumes",
  "ResourceType": "AWS::EC2::LaunchTemplate",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.LaunchTemplateVersions[].VersionNumber",
    ".Configuration.LaunchTemplateVersions[].LaunchTemplateData.BlockDeviceMappings[].DeviceName",
    ".Configuration.LaunchTemplateVersions[].LaunchTemplateData.BlockDeviceMappings[].Ebs.Encrypted",
    ".Configuration.LaunchTemplateVersions[].LaunchTemplateData.BlockDeviceMappings[].Ebs.VolumeSize"
  ],
  "Remediation": "Make a version whose volumes are Encrypted, and make that the default: aws ec2 create-launch-template-version --launch-template-id TEMPLATE --source-version VERSION --launch-template-data FILE, then aws ec2 modify-launch-template --launch-template-id TEMPLATE --default-version VERSION.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateEbsBlockDevice.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-181"
  ]
};
include "check";

def versions:
  .Configuration.LaunchTemplateVersions
  | given("LaunchTemplateVersions") | items("LaunchTemplateVersions")[]
  | (.LaunchTemplateData | object("LaunchTemplateData")) as $data
  | {VersionNumber} + {Devices: [ $data.BlockDeviceMappings | items("BlockDeviceMappings")[]
      | select(.Ebs | object("Ebs") | . != null)
        | {DeviceName, Encrypted: (.Ebs.Encrypted | flag("Encrypted"))} ]};

def violation:
  [versions | select(any(.Devices[]; .Encrypted != true))]
  | select(. != [])
  | {
      Message: "version \(map(.VersionNumber | tostring) | join(", ")): a volume is not encrypted",
      Evidence: {Versions: .}
    };
