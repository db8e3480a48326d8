# With the versions that are launched unless told otherwise, the default and the latest: of all templates in one list.
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplateVersions.html
module {
  "ResourceType": "AWS::EC2::LaunchTemplate",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeLaunchTemplates", "Parameters": {"MaxResults": 200}, "Token": "NextToken",
    "Items": "LaunchTemplates[]", "Permission": "ec2:DescribeLaunchTemplates"
  },
  "Once": [
    {
      "Operation": "DescribeLaunchTemplateVersions",
      "Parameters": {"Versions": ["$Default", "$Latest"], "MaxResults": 200}, "Token": "NextToken",
      "From": "LaunchTemplateVersions", "Key": "LaunchTemplateId", "Match": "LaunchTemplateId",
      "Into": "LaunchTemplateVersions", "Permission": "ec2:DescribeLaunchTemplateVersions"
    }
  ],
  "Redact": [".LaunchTemplateVersions[].LaunchTemplateData.UserData"]
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):launch-template/\(.LaunchTemplateId)";
