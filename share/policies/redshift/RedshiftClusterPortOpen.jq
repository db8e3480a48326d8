module {
  "Title": "Redshift cluster's port is open to the internet",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [
    ".Configuration.Endpoint.Port",
    {"Path": ".Configuration.VpcSecurityGroups[].VpcSecurityGroupId", "As": "carried"},
    {"Path": ".Configuration.SecurityGroups[].GroupId", "As": "carried"},
    ".Configuration.SecurityGroups[].IpPermissions[].IpProtocol",
    ".Configuration.SecurityGroups[].IpPermissions[].FromPort",
    ".Configuration.SecurityGroups[].IpPermissions[].ToPort",
    {"Path": ".Configuration.SecurityGroups[].IpPermissions[].IpRanges[].CidrIp", "OneOf": ["0.0.0.0/0"]},
    {"Path": ".Configuration.SecurityGroups[].IpPermissions[].Ipv6Ranges[].CidrIpv6", "OneOf": ["::/0"]}
  ],
  "Remediation": "Take the rule out of the group: aws ec2 revoke-security-group-ingress --group-id GROUP --protocol tcp --port 5439 --cidr 0.0.0.0/0, and allow the networks and groups of the clients instead: aws ec2 authorize-security-group-ingress --group-id GROUP --protocol tcp --port 5439 --source-group CLIENTS.",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
  ]
};
include "check";

# Whether a permission covers the port.
def covers($port):
  (.IpProtocol | text("IpProtocol") | given("IpProtocol")) as $protocol
  | $protocol == "-1"
    or (($protocol == "tcp" or $protocol == "6")
      and (.FromPort | number("FromPort") | given("FromPort")) <= $port
      and (.ToPort | number("ToPort") | given("ToPort")) >= $port);

def everyone:
  [(.IpRanges | items("IpRanges")[] | .CidrIp), (.Ipv6Ranges | items("Ipv6Ranges")[] | .CidrIpv6)]
  | map(select(. == "0.0.0.0/0" or . == "::/0"));

def violation:
  .Configuration
  | (.Endpoint | object("Endpoint") | .Port | number("Port") | given("the port")) as $port
  | (.SecurityGroups | items("SecurityGroups")) as $groups
  | ([.VpcSecurityGroups | items("VpcSecurityGroups")[] | .VpcSecurityGroupId] - [$groups[].GroupId]) as $absent
  | [ $groups[] | .GroupId as $id | .IpPermissions | items("IpPermissions")[]
      | select(covers($port)) | select(everyone != [])
      | {GroupId: $id, IpProtocol, FromPort, ToPort, Open: everyone} ]
  | if . != [] then
      {
        Message: "port \($port) is open to all by \(map(.GroupId) | unique | join(", "))",
        Evidence: {Port: $port, Permissions: .}
      }
    elif $absent != [] then error("security groups that are not described: \($absent | join(", "))")
    else empty end;
