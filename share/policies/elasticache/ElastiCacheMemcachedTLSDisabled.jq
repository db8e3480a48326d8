module {
  "Title": "Memcached cluster is spoken to without TLS",
  "ResourceType": "AWS::ElastiCache::CacheCluster",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.Engine", ".Configuration.TransitEncryptionEnabled"],
  "Remediation": "It can only be turned on when a cluster is made, in a VPC: aws elasticache create-cache-cluster --cache-cluster-id NEW --engine memcached --engine-version 1.6.22 --cache-node-type TYPE --num-cache-nodes 2 --transit-encryption-enabled.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-mc.html",
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CacheCluster.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Engine | text("Engine") | given("Engine") | . == "memcached")
  | .TransitEncryptionEnabled | flag("TransitEncryptionEnabled") | select(. != true)
  | {Message: "encryption in transit is off", Evidence: {TransitEncryptionEnabled: .}};
