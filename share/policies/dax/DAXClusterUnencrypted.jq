module {
  "Title": "DAX cluster is not encrypted at rest",
  "ResourceType": "AWS::DAX::Cluster",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.SSEDescription.Status"],
  "Remediation": "It can only be turned on when a cluster is made: aws dax create-cluster --cluster-name NEW --node-type TYPE --replication-factor 3 --iam-role-arn ROLE --sse-specification Enabled=true --cluster-endpoint-encryption-type TLS. Move the clients to it; a cache needs no data moved.",
  "Source": [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.SSEDescription | object("SSEDescription")
  | .Status | text("Status") | select(. == null or (IN("ENABLED", "ENABLING") | not))
  | {Message: "encryption at rest is off", Evidence: {Status: .}};
