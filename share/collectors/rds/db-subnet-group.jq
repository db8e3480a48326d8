module {
  "ResourceType": "AWS::RDS::DBSubnetGroup",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDBSubnetGroups", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "DBSubnetGroups[]", "Permission": "rds:DescribeDBSubnetGroups"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceName": ".DBSubnetGroupArn"},
      "From": "TagList", "Into": "Tags", "Permission": "rds:ListTagsForResource"
    }
  ],
  "Gone": ["DBSubnetGroupNotFoundFault"]
};

def arn($at): .DBSubnetGroupArn;
