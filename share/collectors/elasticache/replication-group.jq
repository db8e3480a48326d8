module {
  "ResourceType": "AWS::ElastiCache::ReplicationGroup",
  "Service": "elasticache",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeReplicationGroups", "Parameters": {"MaxRecords": 100}, "Token": "Marker",
    "Items": "ReplicationGroups[]", "Permission": "elasticache:DescribeReplicationGroups"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceName": ".ARN"},
      "From": "TagList", "Into": "Tags", "Permission": "elasticache:ListTagsForResource"
    }
  ],
  "Gone": ["ReplicationGroupNotFoundFault"]
};

def arn($at): .ARN;
