# Which web ACL a stage has is said where the two are associated.
module {
  "PartOf": [{"Type": "aws_api_gateway_rest_api", "By": "rest_api_id", "Is": ["id"]}]
};
include "known";

def log: {destinationArn: .destination_arn, format: .format};

def join($part):
  .Stages += [{
    stageName: $part.stage_name,
    deploymentId: $part.deployment_id,
    clientCertificateId: ($part.client_certificate_id | or_null),
    cacheClusterEnabled: $part.cache_cluster_enabled,
    cacheClusterSize: ($part.cache_cluster_size | or_null),
    methodSettings: {},
    variables: $part.variables,
    accessLogSettings: ($part.access_log_settings | block(log)),
    tracingEnabled: $part.xray_tracing_enabled,
    webAclArn: elsewhere,
    tags: $part.tags_all
  }];
