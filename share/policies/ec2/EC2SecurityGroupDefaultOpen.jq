module {
  "Title": "VPC's default security group lets traffic through",
  "ResourceType": "AWS::EC2::SecurityGroup",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [
    ".Configuration.GroupName",
    ".Configuration.IpPermissions[].IpProtocol",
    ".Configuration.IpPermissionsEgress[].IpProtocol"
  ],
  "Remediation": "Take all its rules away, both ways, after what uses it has groups of its own: aws ec2 revoke-security-group-ingress --group-id GROUP --security-group-rule-ids RULE and aws ec2 revoke-security-group-egress --group-id GROUP --security-group-rule-ids RULE. It cannot be deleted.",
  "Source": [
    "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.GroupName | text("GroupName") | given("GroupName") | . == "default")
  | [.IpPermissions, .IpPermissionsEgress | items("the rules") | length] as $rules
  | select($rules != [0, 0])
  | {
      Message: "rules: \($rules[0]) in, \($rules[1]) out",
      Evidence: {IpPermissions: $rules[0], IpPermissionsEgress: $rules[1]}
    };
