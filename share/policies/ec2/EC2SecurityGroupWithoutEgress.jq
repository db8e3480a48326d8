# Terraform takes AWS's own rule for everything away, so a group without rules of its own reaches nothing; and who wants
# that says so nowhere.  A network's default group is to have none.
module {
  "Title": "Security group has no egress rules",
  "ResourceType": "AWS::EC2::SecurityGroup",
  "Severity": 25,
  "Category": "network_security",
  "Reads": [".Configuration.GroupName", {"Path": ".Configuration.IpPermissionsEgress", "As": "shape"}],
  "Remediation": "Write what the group has to reach as egress rules: aws ec2 authorize-security-group-egress --group-id GROUP --ip-permissions IpProtocol=tcp,FromPort=443,ToPort=443,IpRanges=[{CidrIp=CIDR}].",
  "Source": [
    "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html"
  ],
  "OnRequest": true
};
include "check";

def violation:
  select(.Configuration.GroupName != "default")
  | .Configuration.IpPermissionsEgress | items("IpPermissionsEgress")
  | select(. == [])
  | {Message: "no egress rule is written", Evidence: {IpPermissionsEgress: .}};
