module {
  "Title": "Security group is used by no network interface",
  "ResourceType": "AWS::EC2::SecurityGroup",
  "Severity": 25,
  "Category": "maintenance",
  "Reads": [".Configuration.GroupName", ".Configuration.NetworkInterfaces[].Count"],
  "Remediation": "See that no launch template, no function and no rule of another group names it, then delete it: aws ec2 delete-security-group --group-id GROUP.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-22"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.GroupName | text("GroupName") | . != "default")
  | select(.NetworkInterfaces != null)
  | [.NetworkInterfaces | items("NetworkInterfaces")[] | .Count | number("Count") | given("Count")]
  | select(add // 0 | . == 0)
  | {Message: "no network interface has it", Evidence: {NetworkInterfaces: .}};
