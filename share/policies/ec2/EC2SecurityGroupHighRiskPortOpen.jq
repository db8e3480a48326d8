# Ports is the list of Security Hub's control EC2.19 without 22 and 3389, which EC2SecurityGroupRemoteAdminOpen
# judges, and 445, which EC2SecurityGroupCifsOpen does.
module {
  "Title": "Security group lets the internet reach a port of high risk",
  "ResourceType": "AWS::EC2::SecurityGroup",
  "Severity": 90,
  "Category": "network_security",
  "Reads": [
    ".Configuration.IpPermissions[].IpProtocol",
    ".Configuration.IpPermissions[].FromPort",
    ".Configuration.IpPermissions[].ToPort",
    {"Path": ".Configuration.IpPermissions[].IpRanges[].CidrIp", "OneOf": ["/0"]},
    {"Path": ".Configuration.IpPermissions[].Ipv6Ranges[].CidrIpv6", "OneOf": ["/0"]}
  ],
  "Parameters": {
    "Ports": [
      20, 21, 23, 25, 110, 135, 143, 1433, 1434, 3000, 3306, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888,
      9200, 9300
    ]
  },
  "Remediation": "Take the rule away: aws ec2 revoke-security-group-ingress --group-id GROUP --ip-permissions IpProtocol=tcp,FromPort=PORT,ToPort=PORT,IpRanges=[{CidrIp=0.0.0.0/0}] (and Ipv6Ranges=[{CidrIpv6=::/0}]). Databases, mail and consoles are reached from their own network, or through a load balancer or a VPN.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19"
  ]
};
include "check";
include "network";

def violation($now; $parameters):
  exposing($parameters.Ports | items("Ports")) | exposed;
