module {
  "Title": "MSK cluster names no key for its volumes",
  "ResourceType": "AWS::MSK::Cluster",
  "Severity": 25,
  "Category": "encryption",
  "Reads": [
    ".Configuration.ClusterType",
    {"Path": ".Configuration.Provisioned.EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId", "As": "shape"}
  ],
  "Remediation": "MSK then takes a key that AWS manages, and it cannot be changed: make a cluster with EncryptionAtRest.DataVolumeKMSKeyId (aws kafka create-cluster-v2 --cluster-name NEW --provisioned file://cluster.json), and move the topics by replication.",
  "Source": [
    "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html",
    "https://docs.aws.amazon.com/msk/1.0/apireference/clusters-clusterarn.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.ClusterType | text("ClusterType") | . != "SERVERLESS")
  | .Provisioned | object("Provisioned") | .EncryptionInfo | object("EncryptionInfo")
  | .EncryptionAtRest | object("EncryptionAtRest")
  | .DataVolumeKMSKeyId | text("DataVolumeKMSKeyId") | select(. == null or . == "")
  | {Message: "no key is named", Evidence: {DataVolumeKMSKeyId: .}};
