module {
  "PartOf": [{"Type": "aws_eip", "By": "allocation_id", "Is": ["id", "allocation_id"]}]
};
include "known";

def join($part):
  .AssociationId = $part.id
  | .InstanceId = ($part.instance_id | or_null)
  | .NetworkInterfaceId = ($part.network_interface_id | or_null)
  | .PrivateIpAddress = ($part.private_ip_address | or_null);
