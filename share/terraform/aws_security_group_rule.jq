module {
  "PartOf": [{"Type": "aws_security_group", "By": "security_group_id", "Is": "id"}]
};
include "known";
include "rule";

def permission:
  note as $note
  | .from_port as $from | .to_port as $to
  | {
      IpProtocol: .protocol,
      IpRanges: (.cidr_blocks | each({CidrIp: .} + $note)),
      Ipv6Ranges: (.ipv6_cidr_blocks | each({CidrIpv6: .} + $note)),
      PrefixListIds: (.prefix_list_ids | each({PrefixListId: .} + $note)),
      UserIdGroupPairs: (.source_security_group_id | listed("GroupId"; $note))
    }
  | . + ports($from; $to);

def join($part):
  ($part | permission) as $rule
  | $part.type as $type
  | if ($type | unknown) then .IpPermissions = $type | .IpPermissionsEgress = $type
    elif $type == "egress" then add_rule("IpPermissionsEgress"; $rule)
    else add_rule("IpPermissions"; $rule) end;
