module {
  "Title": "Region does not require session tokens of new instances (IMDSv2)",
  "ResourceType": "AWS::EC2::RegionSettings",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.InstanceMetadataDefaults.HttpTokens"],
  "Remediation": "Require tokens of every new instance, once in each region: aws ec2 modify-instance-metadata-defaults --http-tokens required. Instances that are there already stay as they are.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataDefaultsResponse.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html"
  ]
};
include "check";

def violation:
  .Configuration.InstanceMetadataDefaults.HttpTokens
  | text("HttpTokens")
  | select(. != "required")
  | {Message: "tokens by default: \(. // "no preference")", Evidence: {HttpTokens: .}};
