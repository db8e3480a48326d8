# Rules are blocks, or resources of their own, which a state tells twice.
module {
  "ResourceType": "AWS::EC2::SecurityGroup",
  "Service": "ec2",
  "Computed": ["owner_id"],
  "Name": "name",
  "Declared": ["ingress", "egress"]
};
include "known";

def note: (.description | or_null) as $note | if $note == null then {} else {Description: $note} end;

# "-1" is every protocol, on every port.
def port(f): .protocol as $protocol | f | if $protocol | unknown then $protocol elif $protocol == "-1" then null else . end;

# self is the group, which a plan may not know by its id yet.
def permission($own):
  note as $note
  | {
      IpProtocol: .protocol,
      FromPort: port(.from_port),
      ToPort: port(.to_port),
      IpRanges: (.cidr_blocks | each({CidrIp: .} + $note)),
      Ipv6Ranges: (.ipv6_cidr_blocks | each({CidrIpv6: .} + $note)),
      PrefixListIds: (.prefix_list_ids | each({PrefixListId: .} + $note)),
      UserIdGroupPairs: (.self as $self | .security_groups
        | if unknown then . elif $self != null and ($self | unknown) then $self
          else each({GroupId: .} + $note) + (if $self == true then [{GroupId: $own} + $note] else [] end) end)
    };

def arn: arn_or("arn:\(.Partition):ec2:\(.Region):\(.Account):security-group/\(.id)");

def configuration: .name as $name | (.id | id_or($name)) as $own | {
  GroupId: .id,
  GroupName: first_of(.name, .id),
  Description: .description,
  VpcId: (.vpc_id | or_null),
  OwnerId: (.owner_id // .Account),
  IpPermissions: (.ingress | each(permission($own))),
  IpPermissionsEgress: (.egress | each(permission($own))),
  NetworkInterfaces: elsewhere,
  Tags: tags
};
