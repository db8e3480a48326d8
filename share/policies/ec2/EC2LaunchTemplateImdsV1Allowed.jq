# A template has a default version, and the latest, which groups may ask for: both are launched without a word more,
# so both are judged.
module {
  "Title": "Launch template does not require session tokens (IMDSv2)",
  "ResourceType": "AWS::EC2::LaunchTemplate",
  "Severity": 25,
  "Category": "access_control",
  "Reads": [
    ".Configuration.LaunchTemplateVersions[].VersionNumber",
    ".Configuration.LaunchTemplateVersions[].LaunchTemplateData.MetadataOptions.HttpTokens",
    ".Configuration.LaunchTemplateVersions[].LaunchTemplateData.MetadataOptions.HttpEndpoint"
  ],
  "Remediation": "Make a version with MetadataOptions={HttpTokens=required}, and make that the default: aws ec2 create-launch-template-version --launch-template-id TEMPLATE --source-version VERSION --launch-template-data MetadataOptions={HttpTokens=required}, then aws ec2 modify-launch-template --launch-template-id TEMPLATE --default-version VERSION.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateInstanceMetadataOptions.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-170"
  ]
};
include "check";

def versions:
  .Configuration.LaunchTemplateVersions
  | given("LaunchTemplateVersions") | items("LaunchTemplateVersions")[]
  | (.LaunchTemplateData | object("LaunchTemplateData")) as $data
  | {VersionNumber} + {HttpTokens: ($data.MetadataOptions.HttpTokens | text("HttpTokens")),
      HttpEndpoint: ($data.MetadataOptions.HttpEndpoint | text("HttpEndpoint"))};

def violation:
  [versions | select(.HttpTokens != "required" and .HttpEndpoint != "disabled")]
  | select(. != [])
  | {
      Message: "version \(map(.VersionNumber | tostring) | join(", ")): session tokens are not required",
      Evidence: {Versions: .}
    };
