# A connection that was deleted, refused or let expire is shown by EC2 for some time more; it is not there any longer.
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
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):vpc-peering-connection/\(.VpcPeeringConnectionId)";
