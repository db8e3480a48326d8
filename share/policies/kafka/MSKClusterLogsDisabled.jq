module {
  "Title": "MSK cluster's brokers log nowhere",
  "ResourceType": "AWS::MSK::Cluster",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    ".Configuration.ClusterType",
    ".Configuration.Provisioned.LoggingInfo.BrokerLogs.CloudWatchLogs.Enabled",
    ".Configuration.Provisioned.LoggingInfo.BrokerLogs.Firehose.Enabled",
    ".Configuration.Provisioned.LoggingInfo.BrokerLogs.S3.Enabled"
  ],
  "Remediation": "Run aws kafka update-monitoring --cluster-arn ARN --current-version VERSION --logging-info '{\"BrokerLogs\": {\"CloudWatchLogs\": {\"Enabled\": true, \"LogGroup\": \"GROUP\"}}}'.",
  "Source": [
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html",
    "https://docs.aws.amazon.com/msk/1.0/apireference/clusters-clusterarn.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.ClusterType | text("ClusterType") | . != "SERVERLESS")
  | .Provisioned | object("Provisioned")
  | .LoggingInfo | object("LoggingInfo") | .BrokerLogs | object("BrokerLogs")
  | [.CloudWatchLogs, .Firehose, .S3 | object("a place of logs") | .Enabled | flag("Enabled")]
  | select(all(.[]; . != true))
  | {Message: "the logs of brokers go nowhere", Evidence: {CloudWatchLogsFirehoseS3: .}};
