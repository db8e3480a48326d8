module {
  "Title": "Security group has a rule without a description",
  "ResourceType": "AWS::EC2::SecurityGroup",
  "Severity": 10,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [
    ".Configuration.IpPermissions[].IpProtocol",
    ".Configuration.IpPermissions[].FromPort",
    ".Configuration.IpPermissions[].ToPort",
    {"Path": ".Configuration.IpPermissions[].IpRanges[].CidrIp", "As": "carried"},
    {"Path": ".Configuration.IpPermissions[].IpRanges[].Description", "As": "shape"},
    {"Path": ".Configuration.IpPermissions[].Ipv6Ranges[].CidrIpv6", "As": "carried"},
    {"Path": ".Configuration.IpPermissions[].Ipv6Ranges[].Description", "As": "shape"},
    {"Path": ".Configuration.IpPermissions[].UserIdGroupPairs[].GroupId", "As": "carried"},
    {"Path": ".Configuration.IpPermissions[].UserIdGroupPairs[].Description", "As": "shape"}
  ],
  "Remediation": "Say what the rule is for: aws ec2 update-security-group-rule-descriptions-ingress --group-id GROUP --security-group-rule-descriptions SecurityGroupRuleId=RULE,Description=TEXT.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"
  ]
};
include "check";

def violation:
  [ .Configuration.IpPermissions | items("IpPermissions")[]
    | {IpProtocol, FromPort, ToPort} as $rule
    | (.IpRanges, .Ipv6Ranges, .UserIdGroupPairs) | items("the sources")[]
    | select(.Description | text("Description") // "" | . == "")
    | $rule + {Source: (.CidrIp // .CidrIpv6 // .GroupId)} ]
  | select(. != [])
  | {Message: "\(length) without a description", Evidence: {Rules: .}};
