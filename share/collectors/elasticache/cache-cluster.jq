# The nodes of a replication group are here as clusters, too: ReplicationGroupId tells.
module {
  "ResourceType": "AWS::ElastiCache::CacheCluster",
  "Service": "elasticache",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeCacheClusters", "Parameters": {"MaxRecords": 100, "ShowCacheNodeInfo": true},
    "Token": "Marker",
    "Items": "CacheClusters[]", "Permission": "elasticache:DescribeCacheClusters"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceName": ".ARN"},
      "From": "TagList", "Into": "Tags", "Permission": "elasticache:ListTagsForResource"
    }
  ],
  "Gone": ["CacheClusterNotFound"]
};

def arn($at): .ARN;
