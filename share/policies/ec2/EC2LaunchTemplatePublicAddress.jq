# A template has a default version, and the latest, which groups may ask for: both are launched without a word more,
# so both are judged.
module {
  "Title": "Launch template gives instances a public address",
  "ResourceType": "AWS::EC2::LaunchTemplate",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [
    ".Configuration.LaunchTemplateVersions[].VersionNumber",
    ".Configuration.LaunchTemplateVersions[].LaunchTemplateData.NetworkInterfaces[].AssociatePublicIpAddress"
  ],
  "Remediation": "Make a version without it, and make that the default: aws ec2 create-launch-template-version --launch-template-id TEMPLATE --source-version VERSION --launch-template-data FILE with AssociatePublicIpAddress false, then aws ec2 modify-launch-template --launch-template-id TEMPLATE --default-version VERSION.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ResponseLaunchTemplateData.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-25"
  ]
};
include "check";

def versions:
  .Configuration.LaunchTemplateVersions
  | given("LaunchTemplateVersions") | items("LaunchTemplateVersions")[]
  | (.LaunchTemplateData | object("LaunchTemplateData")) as $data
  | {VersionNumber} + {AssociatePublicIpAddress: [$data.NetworkInterfaces | items("NetworkInterfaces")[]
      | .AssociatePublicIpAddress | flag("AssociatePublicIpAddress")]};

def violation:
  [versions | select(any(.AssociatePublicIpAddress[]; . == true))]
  | select(. != [])
  | {
      Message: "version \(map(.VersionNumber | tostring) | join(", ")): instances get a public address",
      Evidence: {Versions: .}
    };
