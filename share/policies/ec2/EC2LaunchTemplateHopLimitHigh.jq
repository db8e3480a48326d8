# A template has a default version, and the latest, which groups may ask for: both are launched without a word more,
# so both are judged.
module {
  "Title": "Launch template lets metadata be reached over more than one hop",
  "ResourceType": "AWS::EC2::LaunchTemplate",
  "Severity": 25,
  "Category": "access_control",
  "OnRequest": true,
  "Reads": [
    ".Configuration.LaunchTemplateVersions[].VersionNumber",
    ".Configuration.LaunchTemplateVersions[].LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit"
  ],
  "Remediation": "Set the limit to 1 in a new version (aws ec2 create-launch-template-version --launch-template-id TEMPLATE --source-version VERSION --launch-template-data MetadataOptions={HttpPutResponseHopLimit=1}), unless containers on the instance need its role: these get roles of their own.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateInstanceMetadataOptions.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html"
  ]
};
include "check";

def versions:
  .Configuration.LaunchTemplateVersions
  | given("LaunchTemplateVersions") | items("LaunchTemplateVersions")[]
  | (.LaunchTemplateData | object("LaunchTemplateData")) as $data
  | {VersionNumber} + {HttpPutResponseHopLimit: ($data.MetadataOptions.HttpPutResponseHopLimit
      | number("HttpPutResponseHopLimit"))};

def violation:
  [versions | select(.HttpPutResponseHopLimit != null and .HttpPutResponseHopLimit > 1)]
  | select(. != [])
  | {
      Message: "version \(map(.VersionNumber | tostring) | join(", ")): metadata goes further than the instance",
      Evidence: {Versions: .}
    };
