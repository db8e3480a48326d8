module {
  "Title": "Athena workgroup tells CloudWatch nothing of its queries",
  "ResourceType": "AWS::Athena::WorkGroup",
  "Severity": 50,
  "Category": "logging",
  "Reads": [".Configuration.State", ".Configuration.Configuration.PublishCloudWatchMetricsEnabled"],
  "Remediation": "Run aws athena update-work-group --work-group NAME --configuration-updates PublishCloudWatchMetricsEnabled=true.",
  "Source": [
    "https://docs.aws.amazon.com/athena/latest/ug/query-metrics-viewing.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/athena-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.State | text("State") | . != "DISABLED")
  | .Configuration | object("Configuration")
  | .PublishCloudWatchMetricsEnabled | flag("PublishCloudWatchMetricsEnabled") | select(. != true)
  | {Message: "metrics are not published", Evidence: {PublishCloudWatchMetricsEnabled: .}};
