module {
  "Title": "Security group lets the internet in by more than the ports meant for it",
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
  "Parameters": {"TcpPorts": [80, 443], "UdpPorts": [], "Protocols": ["icmp", "icmpv6"]},
  "Remediation": "Take the rule away: aws ec2 revoke-security-group-ingress --group-id GROUP --ip-permissions IpProtocol=tcp,FromPort=PORT,ToPort=PORT,IpRanges=[{CidrIp=0.0.0.0/0}] (and Ipv6Ranges=[{CidrIpv6=::/0}]). Name the networks or the groups that need it instead. A port that is meant for everyone belongs in the parameter TcpPorts or UdpPorts.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18"
  ]
};
include "check";
include "network";

# Nothing is left of a rule whose ports are all meant to be open.
def meant($tcp; $udp; $protocols):
  protocol as $protocol
  | if $protocol == "tcp" or $protocol == "udp" then
      (if $protocol == "tcp" then $tcp else $udp end) as $ports
      | port_range as $range
      | $range[1] - $range[0] < ($ports | length)
          and all(range($range[0]; $range[1] + 1); . as $port | any($ports[]; . == $port))
    else any($protocols[]; . == $protocol) end;

def violation($now; $parameters):
  ($parameters.TcpPorts | items("TcpPorts")) as $tcp
  | ($parameters.UdpPorts | items("UdpPorts")) as $udp
  | ($parameters.Protocols | items("Protocols")) as $protocols
  | [.Configuration.IpPermissions | open_rules("IpPermissions")[] | select(meant($tcp; $udp; $protocols) | not)]
  | exposed;
