module {
  "Title": "Security group lets everything out to the internet",
  "ResourceType": "AWS::EC2::SecurityGroup",
  "Severity": 25,
  "Category": "network_security",
  "OnRequest": true,
  "Reads": [
    ".Configuration.IpPermissionsEgress[].IpProtocol",
    ".Configuration.IpPermissionsEgress[].FromPort",
    ".Configuration.IpPermissionsEgress[].ToPort",
    {"Path": ".Configuration.IpPermissionsEgress[].IpRanges[].CidrIp", "OneOf": ["/0"]},
    {"Path": ".Configuration.IpPermissionsEgress[].Ipv6Ranges[].CidrIpv6", "OneOf": ["/0"]}
  ],
  "Remediation": "Name what the group has to reach, then take the rule for everything away: aws ec2 revoke-security-group-egress --group-id GROUP --ip-permissions IpProtocol=-1,IpRanges=[{CidrIp=0.0.0.0/0}].",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"
  ]
};
include "check";
include "network";

def violation:
  [ .Configuration.IpPermissionsEgress | open_rules("IpPermissionsEgress")[]
    | select(protocol == "-1" or (protocol == "tcp" and port_range == [0, 65535])) ]
  | select(. != [])
  | {Message: "everything may go out to \(map(.Ranges[]) | unique | join(", "))", Evidence: {Rules: .}};
