module {
  "ResourceType": "AWS::RDS::DBProxy",
  "Service": "rds",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeDBProxies", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "DBProxies[]", "Permission": "rds:DescribeDBProxies"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceName": ".DBProxyArn"},
      "From": "TagList", "Into": "Tags", "Permission": "rds:ListTagsForResource"
    }
  ],
  "Gone": ["DBProxyNotFoundFault"]
};

def arn($at): .DBProxyArn;
