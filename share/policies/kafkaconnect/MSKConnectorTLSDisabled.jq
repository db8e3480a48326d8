module {
  "Title": "MSK connector speaks to its cluster without TLS",
  "ResourceType": "AWS::KafkaConnect::Connector",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.kafkaClusterEncryptionInTransit.encryptionType"],
  "Remediation": "It is set when a connector is made: aws kafkaconnect create-connector with --kafka-cluster-encryption-in-transit encryptionType=TLS and the TLS addresses of the brokers; then delete this one (aws kafkaconnect delete-connector --connector-arn ARN).",
  "Source": [
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-connectors.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.kafkaClusterEncryptionInTransit | object("kafkaClusterEncryptionInTransit")
  | .encryptionType | text("encryptionType") | select(. != "TLS")
  | {Message: "the type of encryption is \(. // "not told")", Evidence: {encryptionType: .}};
