# Domains that run Elasticsearch are judged alike.
module {
  "Title": "OpenSearch domain is not encrypted at rest",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.EncryptionAtRestOptions.Enabled"],
  "Remediation": "Run aws opensearch update-domain-config --domain-name NAME --encryption-at-rest-options Enabled=true,KmsKeyId=KEY, for OpenSearch and Elasticsearch 6.7 and newer; it cannot be turned off again. Older ones need a new domain from a snapshot.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.EncryptionAtRestOptions.Enabled
   | flag("Enabled") | select(. != true)
  | {Message: "encryption at rest is off", Evidence: {Enabled: .}};
