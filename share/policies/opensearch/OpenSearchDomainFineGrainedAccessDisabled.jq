module {
  "Title": "OpenSearch domain does not tell its users apart",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".Configuration.AdvancedSecurityOptions.Enabled"],
  "Remediation": "Run aws opensearch update-domain-config --domain-name NAME --advanced-security-options 'Enabled=true,MasterUserOptions={MasterUserARN=ROLE}'. It needs encryption at rest and between nodes, and HTTPS.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.AdvancedSecurityOptions.Enabled
   | flag("Enabled") | select(. != true)
  | {Message: "fine-grained access control is off", Evidence: {Enabled: .}};
