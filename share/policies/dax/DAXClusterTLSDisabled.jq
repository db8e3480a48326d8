module {
  "Title": "DAX cluster is spoken to without TLS",
  "ResourceType": "AWS::DAX::Cluster",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.ClusterEndpointEncryptionType"],
  "Remediation": "It can only be turned on when a cluster is made: aws dax create-cluster --cluster-name NEW --node-type TYPE --replication-factor 3 --iam-role-arn ROLE --sse-specification Enabled=true --cluster-endpoint-encryption-type TLS. Clients need a version of the SDK that knows daxs:// addresses.",
  "Source": [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.ClusterEndpointEncryptionType | text("ClusterEndpointEncryptionType") | select(. != "TLS")
  | {Message: "the endpoint does not encrypt", Evidence: {ClusterEndpointEncryptionType: .}};
