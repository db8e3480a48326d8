# A subnet without a route table of its own uses its network's main one: with both it can be told whether it is public.
# https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
module {
  "ResourceType": "AWS::EC2::Subnet",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeSubnets",
    "Parameters": {"MaxResults": 1000, "Filters": [{"Name": "owner-id", "Values": ["$Account"]}]},
    "Token": "NextToken", "Items": "Subnets[]", "Permission": "ec2:DescribeSubnets"
  },
  "One": {
    "By": ["SubnetId"],
    "Call": {
      "Operation": "DescribeSubnets", "Parameters": {"Filters": [{"Name": "subnet-id", "Values": ["$One.SubnetId"]}]},
      "Token": "NextToken", "Items": "Subnets[]", "Permission": "ec2:DescribeSubnets"
    },
    "Once": {
      "RouteTables": {"Filters": [{"Name": "association.subnet-id", "Values": ["$One.SubnetId"]}]}
    }
  },
  "Once": [
    {
      "Operation": "DescribeRouteTables", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
      "From": "RouteTables", "Key": "Associations[].SubnetId", "Match": "SubnetId", "Into": "RouteTables",
      "Permission": "ec2:DescribeRouteTables"
    },
    {
      "Operation": "DescribeRouteTables",
      "Parameters": {"MaxResults": 100, "Filters": [{"Name": "association.main", "Values": ["true"]}]},
      "Token": "NextToken", "From": "RouteTables", "Key": "VpcId", "Match": "VpcId", "Into": "MainRouteTables",
      "Permission": "ec2:DescribeRouteTables"
    }
  ]
};

def arn($at): .SubnetArn // "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):subnet/\(.SubnetId)";
