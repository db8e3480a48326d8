module {
  "Title": "Brokers of MSK cluster speak to each other in the clear",
  "ResourceType": "AWS::MSK::Cluster",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.ClusterType", ".Configuration.Provisioned.EncryptionInfo.EncryptionInTransit.InCluster"],
  "Remediation": "It is set when a cluster is made: aws kafka create-cluster-v2 --cluster-name NEW --provisioned file://cluster.json with EncryptionInTransit.InCluster true, the default. Move topics by replication.",
  "Source": [
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.ClusterType | text("ClusterType") | . != "SERVERLESS")
  | .Provisioned | object("Provisioned")
  | .EncryptionInfo | object("EncryptionInfo") | .EncryptionInTransit | object("EncryptionInTransit")
  | .InCluster | flag("InCluster") | select(. != true)
  | {Message: "brokers do not encrypt among themselves", Evidence: {InCluster: .}};
