module {
  "Title": "OpenSearch domain answers without TLS 1.2",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.DomainEndpointOptions.EnforceHTTPS",
    ".Configuration.DomainEndpointOptions.TLSSecurityPolicy"
  ],
  "Remediation": "Run aws opensearch update-domain-config --domain-name NAME --domain-endpoint-options EnforceHTTPS=true,TLSSecurityPolicy=Policy-Min-TLS-1-2-PFS-2023-10. First see that all clients use HTTPS.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.DomainEndpointOptions | object("DomainEndpointOptions")
  | (.EnforceHTTPS | flag("EnforceHTTPS")) as $https
  | .TLSSecurityPolicy | text("TLSSecurityPolicy")
  | select($https != true or . == null or (startswith("Policy-Min-TLS-1-2-") | not))
  | {
      Message: (if $https != true then "HTTPS is not enforced" else "the TLS policy is \(. // "the oldest")" end),
      Evidence: {EnforceHTTPS: $https, TLSSecurityPolicy: .}
    };
