module {
  "ResourceType": "AWS::ElastiCache::ServerlessCache",
  "Service": "elasticache",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeServerlessCaches", "Parameters": {"MaxResults": 50}, "Token": "NextToken",
    "Items": "ServerlessCaches[]", "Permission": "elasticache:DescribeServerlessCaches"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceName": ".ARN"},
      "From": "TagList", "Into": "Tags", "Permission": "elasticache:ListTagsForResource"
    }
  ],
  "Gone": ["ServerlessCacheNotFoundFault"]
};

def arn($at): .ARN;
