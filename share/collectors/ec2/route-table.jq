module {
  "ResourceType": "AWS::EC2::RouteTable",
  "Service": "ec2",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeRouteTables", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
    "Items": "RouteTables[]", "Permission": "ec2:DescribeRouteTables"
  },
  "One": {
    "By": ["RouteTableId"],
    "Call": {
      "Operation": "DescribeRouteTables",
      "Parameters": {"Filters": [{"Name": "route-table-id", "Values": ["$One.RouteTableId"]}]},
      "Token": "NextToken", "Items": "RouteTables[]", "Permission": "ec2:DescribeRouteTables"
    }
  }
};

def arn($at): "arn:\($at.Partition):ec2:\($at.Region):\($at.Account):route-table/\(.RouteTableId)";
