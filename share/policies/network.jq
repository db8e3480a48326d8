# What security groups let in from the internet, and what belongs to a network.
include "check";

# Of texts: the ranges that are everyone, 0.0.0.0/0 and ::/0; no other range ends so.
def everyone: select(endswith("/0"));

# A protocol by its name, as EC2 answers; a plan may have its number.  "-1" is every protocol.
# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
def protocol:
  .IpProtocol | text("IpProtocol") | given("IpProtocol") | ascii_downcase
  | {"6": "tcp", "17": "udp", "1": "icmp", "58": "icmpv6", "all": "-1"}[.] // .;

# Of a group's list of rules: those that let everyone in, or out.  A group that a rule names, and a prefix list, are not
# everyone.
def open_rules($name):
  items($name)
  | map(
      [ (.IpRanges | items("IpRanges")[] | .CidrIp | text("CidrIp") | given("CidrIp") | everyone),
        (.Ipv6Ranges | items("Ipv6Ranges")[] | .CidrIpv6 | text("CidrIpv6") | given("CidrIpv6") | everyone) ] as $ranges
      | select($ranges != [])
      | {IpProtocol, FromPort, ToPort, Ranges: $ranges});

# Of a rule: the first and the last port, which -1 makes all.
def port_range:
  if protocol == "-1" then [0, 65535]
  else [(.FromPort, .ToPort) | number("a port") | given("a port")] | if .[0] == -1 then [0, 65535] else . end end;

# Of a rule: which of these ports it reaches by TCP.
def reaching($ports):
  if protocol == "tcp" or protocol == "-1" then
    port_range as $range | [$ports[] | select($range[0] <= . and . <= $range[1])]
  else [] end;

# A rule in words: tcp 22 from 0.0.0.0/0.
def rule_told:
  (if protocol == "-1" then "everything"
   elif .FromPort == .ToPort then "\(.IpProtocol) \(.FromPort)"
   else "\(.IpProtocol) \(.FromPort)-\(.ToPort)" end)
  + " from " + (.Ranges | join(", "));

# Of a group's record: the rules that let everyone reach one of these ports by TCP.
def exposing($ports):
  [.Configuration.IpPermissions | open_rules("IpPermissions")[] | select(reaching($ports) != [])];

# A list of such rules as a violation; nothing, if there are none.
def exposed:
  select(. != []) | {Message: "open: \(map(rule_told) | join("; "))", Evidence: {Rules: .}};

# A network's record without an endpoint of this kind for this service, as a violation.
def without_endpoint($kind; $service):
  [ .Configuration.VpcEndpoints | items("VpcEndpoints")[]
    | (.ServiceName | text("ServiceName") | given("ServiceName")) as $name
    | select($name | endswith(".\($service)"))
    | {ServiceName, VpcEndpointType, State} ]
  | select(any(.[]; .VpcEndpointType == $kind and (.State | text("State") // "" | ascii_downcase) == "available") | not)
  | {Message: "no \($kind | ascii_downcase) endpoint for \($service)", Evidence: {VpcEndpoints: .}};
