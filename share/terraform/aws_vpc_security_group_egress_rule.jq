module {
  "PartOf": [{"Type": "aws_security_group", "By": "security_group_id", "Is": "id"}]
};
include "known";
include "rule";

def permission:
  note as $note
  | .from_port as $from | .to_port as $to
  | {
      IpProtocol: .ip_protocol,
      IpRanges: (.cidr_ipv4 | listed("CidrIp"; $note)),
      Ipv6Ranges: (.cidr_ipv6 | listed("CidrIpv6"; $note)),
      PrefixListIds: (.prefix_list_id | listed("PrefixListId"; $note)),
      UserIdGroupPairs: (.referenced_security_group_id | listed("GroupId"; $note))
    }
  | . + ports($from; $to);

def join($part): ($part | permission) as $rule | add_rule("IpPermissionsEgress"; $rule);
