# With the routes of the account's own tables that go through it.  A connection that was deleted, refused or let expire is shown by EC2 for some time more; it is not there any longer.
module {
  "ResourceType": "AWS::EC2::VPCPeeringConnection",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeVpcPeeringConnections",
    "Parameters": {
      "MaxResults": 1000,
      "Filters": [
        {"Name": "status-code", "Values": ["initiating-request", "pending-acceptance", "provisioning", "active", "deleting"]}
      ]
    },
    "Token": "NextToken", "Items": "VpcPeeringConnections[]", "Permission": "ec2:DescribeVpcPeeringConnections"
  },
  "Once": [
    {
      "Operation": "DescribeRouteTables", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
      "From": "RouteTables", "Apply": "routes", "Key": "VpcPeeringConnectionId", "Match": "VpcPeeringConnectionId",
      "Into": "Routes", "Permission": "ec2:DescribeRouteTables"
    }
  ]
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):vpc-peering-connection/\(.VpcPeeringConnectionId)";

def routes:
  [ .[] | {RouteTableId, VpcId} as $table
    | .Routes[]? | select(.VpcPeeringConnectionId != null)
    | $table + {VpcPeeringConnectionId, DestinationCidrBlock, DestinationIpv6CidrBlock} ];
