module {
  "Title": "OpenSearch domain takes TLS older than 1.2",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.DomainEndpointOptions.TLSSecurityPolicy"],
  "Remediation": "Run aws opensearch update-domain-config --domain-name NAME --domain-endpoint-options TLSSecurityPolicy=Policy-Min-TLS-1-2-PFS-2023-10. First see that all clients can use TLS 1.2.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.DomainEndpointOptions | object("DomainEndpointOptions") | .TLSSecurityPolicy | text("TLSSecurityPolicy")
  | select(. == null or (startswith("Policy-Min-TLS-1-2-") | not))
  | {Message: "the TLS policy is \(. // "the oldest")", Evidence: {TLSSecurityPolicy: .}};
