module {
  "Title": "MSK cluster has basic metrics only",
  "ResourceType": "AWS::MSK::Cluster",
  "Severity": 25,
  "Category": "monitoring",
  "OnRequest": true,
  "Reads": [".Configuration.ClusterType", ".Configuration.Provisioned.EnhancedMonitoring"],
  "Remediation": "Run aws kafka update-monitoring --cluster-arn ARN --current-version VERSION --enhanced-monitoring PER_TOPIC_PER_BROKER. The metrics are billed.",
  "Source": [
    "https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.ClusterType | text("ClusterType") | . != "SERVERLESS")
  | .Provisioned | object("Provisioned")
  | .EnhancedMonitoring | text("EnhancedMonitoring") | select(. == null or . == "DEFAULT" or . == "PER_BROKER")
  | {Message: "the level of metrics is \(. // "DEFAULT")", Evidence: {EnhancedMonitoring: .}};
