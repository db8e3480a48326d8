module {
  "Title": "Cache cluster listens on its engine's default port",
  "ResourceType": "AWS::ElastiCache::CacheCluster",
  "Severity": 10,
  "Category": "network_security",
  "OnRequest": true,
  "Reads": [
    ".Configuration.Engine",
    ".Configuration.ConfigurationEndpoint.Port",
    ".Configuration.CacheNodes[].Endpoint.Port"
  ],
  "Parameters": {"Ports": {"redis": 6379, "valkey": 6379, "memcached": 11211}},
  "Remediation": "The port is set when a cluster is made: aws elasticache create-cache-cluster --cache-cluster-id NEW --port PORT. It keeps out careless scans only: security groups are what protects.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/accessing-elasticache.html",
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CacheCluster.html"
  ]
};
include "check";

def violation($now; $parameters):
  .Configuration
  | (.Engine | text("Engine") | given("Engine")) as $engine
  | ($parameters.Ports | object("Ports") | .[$engine] | number("a port")) as $default
  | select($default != null)
  | [.ConfigurationEndpoint, (.CacheNodes | items("CacheNodes")[] | .Endpoint) | object("an endpoint") | .Port]
  | map(number("Port") | select(. != null)) | unique
  | if . == [] then error("no port is known") else . end
  | select(has_item($default))
  | {Message: "listens on \($default), as every \($engine) does", Evidence: {Engine: $engine, Port: $default}};
