module {
  "Title": "Nodes of OpenSearch domain speak to each other in the clear",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.NodeToNodeEncryptionOptions.Enabled"],
  "Remediation": "Run aws opensearch update-domain-config --domain-name NAME --node-to-node-encryption-options Enabled=true; it cannot be turned off again.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.NodeToNodeEncryptionOptions.Enabled
   | flag("Enabled") | select(. != true)
  | {Message: "encryption between nodes is off", Evidence: {Enabled: .}};
