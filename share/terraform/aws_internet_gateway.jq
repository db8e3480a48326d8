module {
  "PartOf": [{"Type": "aws_vpc", "By": "vpc_id", "Is": ["id"]}]
};
include "known";

def join($part): .InternetGateways += [$part | {InternetGatewayId: .id, OwnerId: first_of(.owner_id, .Account)}];
