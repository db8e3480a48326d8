module {
  "Title": "MSK connector logs nowhere",
  "ResourceType": "AWS::KafkaConnect::Connector",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    ".Configuration.logDelivery.workerLogDelivery.cloudWatchLogs.enabled",
    ".Configuration.logDelivery.workerLogDelivery.firehose.enabled",
    ".Configuration.logDelivery.workerLogDelivery.s3.enabled"
  ],
  "Remediation": "It is set when a connector is made: aws kafkaconnect create-connector with --log-delivery file://logs.json; then delete this one (aws kafkaconnect delete-connector --connector-arn ARN).",
  "Source": [
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-logging.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.logDelivery | object("logDelivery") | .workerLogDelivery | object("workerLogDelivery")
  | [.cloudWatchLogs, .firehose, .s3 | object("a place of logs") | .enabled | flag("enabled")]
  | select(all(.[]; . != true))
  | {Message: "the logs of workers go nowhere", Evidence: {cloudWatchLogsFirehoseS3: .}};
