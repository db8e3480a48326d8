module {
  "Title": "Network ACL lets the internet reach SSH or RDP",
  "ResourceType": "AWS::EC2::NetworkAcl",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.Associations[].SubnetId", "As": "carried"},
    ".Configuration.Entries[].RuleNumber",
    ".Configuration.Entries[].RuleAction",
    ".Configuration.Entries[].Protocol",
    ".Configuration.Entries[].Egress",
    ".Configuration.Entries[].PortRange",
    {"Path": ".Configuration.Entries[].CidrBlock", "OneOf": ["/0"]},
    {"Path": ".Configuration.Entries[].Ipv6CidrBlock", "OneOf": ["/0"]}
  ],
  "Parameters": {"Ports": [22, 3389]},
  "Remediation": "Deny the ports before the rule that allows them: aws ec2 create-network-acl-entry --network-acl-id ACL --ingress --rule-number NUMBER --protocol tcp --port-range From=22,To=22 --cidr-block 0.0.0.0/0 --rule-action deny. Or allow in its place what clients need alone, answers on ports 1024 to 65535 included.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html",
    "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21"
  ]
};
include "check";

# 6 is TCP, -1 is every protocol: https://www.iana.org/assignments/protocol-numbers
def about($port):
  .Protocol | text("Protocol") | given("Protocol") | . as $protocol
  | if $protocol == "-1" then true
    elif $protocol != "6" and $protocol != "tcp" then false
    else null end;

def concerns($port):
  about($port) as $all
  | if $all != null then $all
    else (.PortRange | object("PortRange") | given("PortRange")) as $range
      | ([$range.From, $range.To] | map(number("a port") | given("a port"))) | .[0] <= $port and $port <= .[1] end;

# The first rule by number decides; one for a part of the internet leaves the rest to those after it.
def deciding($family; $port):
  map(select((.[$family] | text($family) // "" | endswith("/0")) and concerns($port)))
  | sort_by(.RuleNumber | number("RuleNumber") | given("RuleNumber"))
  | .[0];

def violation($now; $parameters):
  ($parameters.Ports | items("Ports")) as $ports
  | .Configuration
  | select(.Associations | items("Associations") | . != [])
  | [.Entries | items("Entries")[] | select(.Egress | flag("Egress") | given("Egress") | not)]
  | [ deciding("CidrBlock", "Ipv6CidrBlock"; $ports[])
      | select(. != null)
      | (.RuleAction | text("RuleAction")) as $action
      | select($action != "deny")
      | {RuleNumber, Protocol, PortRange, CidrBlock, Ipv6CidrBlock} | with_entries(select(.value != null)) ]
  | unique
  | select(. != [])
  | {Message: "allowed by rule \(map(.RuleNumber | tostring) | unique | join(", "))", Evidence: {Entries: .}};
