module {
  "Title": "Cache cluster is in the default subnet group",
  "ResourceType": "AWS::ElastiCache::CacheCluster",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [".Configuration.CacheSubnetGroupName"],
  "Remediation": "A cluster cannot be moved. Make a group of private subnets (aws elasticache create-cache-subnet-group --cache-subnet-group-name GROUP --cache-subnet-group-description TEXT --subnet-ids SUBNET SUBNET), and a new cluster in it from a snapshot.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SubnetGroups.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.CacheSubnetGroupName | text("CacheSubnetGroupName") | select(. == null or . == "default")
  | {Message: "the subnet group is \(. // "none")", Evidence: {CacheSubnetGroupName: .}};
