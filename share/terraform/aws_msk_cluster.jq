module {
  "ResourceType": "AWS::MSK::Cluster",
  "Service": "kafka",
  "Computed": ["cluster_uuid", "current_version", "zookeeper_connect_string"]
};
include "known";

def arn: arn_or("arn:\(.Partition):kafka:\(.Region):\(.Account):cluster/\(.cluster_name)/\(.id)");

def sasl: .sasl | block({Scram: {Enabled: .scram}, Iam: {Enabled: .iam}});

def logs: .logging_info | block({BrokerLogs: (.broker_logs | block({
  CloudWatchLogs: (.cloudwatch_logs | block({Enabled: .enabled, LogGroup: (.log_group | or_null)})),
  Firehose: (.firehose | block({Enabled: .enabled, DeliveryStream: (.delivery_stream | or_null)})),
  S3: (.s3 | block({Enabled: .enabled, Bucket: (.bucket | or_null)}))
}))});

def configuration: {
  ClusterName: .cluster_name,
  ClusterArn: arn,
  ClusterType: "PROVISIONED",
  Provisioned: {
    NumberOfBrokerNodes: .number_of_broker_nodes,
    EnhancedMonitoring: .enhanced_monitoring,
    CurrentBrokerSoftwareInfo: {KafkaVersion: .kafka_version},
    BrokerNodeGroupInfo: (.broker_node_group_info | block({
      ClientSubnets: .client_subnets, InstanceType: .instance_type, SecurityGroups: .security_groups,
      ConnectivityInfo: (.connectivity_info | block({PublicAccess: (.public_access | block({Type: .type}))}))
    })),
    EncryptionInfo: (.encryption_info | block({
      EncryptionAtRest: {DataVolumeKMSKeyId: (.encryption_at_rest_kms_key_arn | or_null)},
      EncryptionInTransit: (.encryption_in_transit | block({ClientBroker: .client_broker, InCluster: .in_cluster}))
    })),
    ClientAuthentication: (.client_authentication | block({
      Unauthenticated: {Enabled: .unauthenticated}, Sasl: sasl,
      Tls: (.tls | block({CertificateAuthorityArnList: (.certificate_authority_arns | each(.)), Enabled: true}))
    })),
    LoggingInfo: logs
  },
  Tags: (tags | known(from_entries))
};
