module {
  "PartOf": [{"Type": "aws_appsync_graphql_api", "By": "api_id", "Is": ["id"]}]
};
include "known";

def join($part): .apiCache = {
  type: $part.type, apiCachingBehavior: $part.api_caching_behavior, ttl: $part.ttl,
  transitEncryptionEnabled: $part.transit_encryption_enabled, atRestEncryptionEnabled: $part.at_rest_encryption_enabled
};
