module {
  "PartOf": [{"Type": "aws_apigatewayv2_api", "By": "api_id", "Is": ["id"]}]
};
include "known";

def log: {DestinationArn: .destination_arn, Format: .format};
def settings: {
  DataTraceEnabled: .data_trace_enabled, DetailedMetricsEnabled: .detailed_metrics_enabled, LoggingLevel: (.logging_level | or_null)
};

def join($part):
  .Stages += [{
    StageName: $part.name,
    AutoDeploy: $part.auto_deploy,
    ClientCertificateId: ($part.client_certificate_id | or_null),
    AccessLogSettings: ($part.access_log_settings | block(log)),
    DefaultRouteSettings: ($part.default_route_settings | block(settings)),
    Tags: $part.tags_all
  }];
