module {
  "Title": "Redshift cluster is not encrypted",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.Encrypted"],
  "Remediation": "Run aws redshift modify-cluster --cluster-identifier NAME --encrypted --kms-key-id KEY. Redshift moves the data by itself; the cluster can be read from meanwhile.",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.Encrypted
   | flag("Encrypted") | select(. != true)
  | {Message: "the cluster is not encrypted", Evidence: {Encrypted: .}};
