module {
  "ResourceType": "AWS::KafkaConnect::Connector",
  "Service": "kafkaconnect",
  "Computed": ["version"]
};
include "known";

def arn: arn_or("arn:\(.Partition):kafkaconnect:\(.Region):\(.Account):connector/\(.name)/\(.id)");

def configuration: {
  connectorArn: arn,
  connectorName: .name,
  kafkaClusterClientAuthentication: (.kafka_cluster_client_authentication | block({authenticationType: .authentication_type})),
  kafkaClusterEncryptionInTransit: (.kafka_cluster_encryption_in_transit | block({encryptionType: .encryption_type})),
  logDelivery: (.log_delivery | block({workerLogDelivery: (.worker_log_delivery | block({
    cloudWatchLogs: (.cloudwatch_logs | block({enabled: .enabled})), firehose: (.firehose | block({enabled: .enabled})),
    s3: (.s3 | block({enabled: .enabled}))
  }))})),
  Tags: tags
};
