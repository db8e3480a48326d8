module {
  "Title": "Security group lets the internet reach SSH or RDP",
  "ResourceType": "AWS::EC2::SecurityGroup",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [
    ".Configuration.IpPermissions[].IpProtocol",
    ".Configuration.IpPermissions[].FromPort",
    ".Configuration.IpPermissions[].ToPort",
    {"Path": ".Configuration.IpPermissions[].IpRanges[].CidrIp", "OneOf": ["/0"]},
    {"Path": ".Configuration.IpPermissions[].Ipv6Ranges[].CidrIpv6", "OneOf": ["/0"]}
  ],
  "Parameters": {"Ports": [22, 3389]},
  "Remediation": "Take the rule away: aws ec2 revoke-security-group-ingress --group-id GROUP --ip-permissions IpProtocol=tcp,FromPort=PORT,ToPort=PORT,IpRanges=[{CidrIp=0.0.0.0/0}] (and Ipv6Ranges=[{CidrIpv6=::/0}]). People reach instances through Session Manager (aws ssm start-session --target ID) or EC2 Instance Connect Endpoint, which need no open port.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-53"
  ]
};
include "check";
include "network";

def violation($now; $parameters):
  exposing($parameters.Ports | items("Ports")) | exposed;
