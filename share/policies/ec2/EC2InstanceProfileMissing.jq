module {
  "Title": "EC2 instance has no instance profile",
  "ResourceType": "AWS::EC2::Instance",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [
    ".Configuration.State.Name",
    {"Path": ".Configuration.IamInstanceProfile.Arn", "Possible": ["known later"]}
  ],
  "Remediation": "Make a role with what the programs on the instance need, and attach it: aws ec2 associate-iam-instance-profile --instance-id ID --iam-instance-profile Name=PROFILE. Then take away the access keys that were stored on the instance instead.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.State.Name != "terminated")
  | .IamInstanceProfile
  | object("IamInstanceProfile")
  | select(. == null)
  | {Message: "no instance profile", Evidence: {IamInstanceProfile: .}};
