module {
  "Title": "OpenSearch domain can be reached without TLS",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.DomainEndpointOptions.EnforceHTTPS"],
  "Remediation": "Run aws opensearch update-domain-config --domain-name NAME --domain-endpoint-options EnforceHTTPS=true. First see that all clients use HTTPS.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.DomainEndpointOptions | object("DomainEndpointOptions") | .EnforceHTTPS | flag("EnforceHTTPS")
  | select(. != true)
  | {Message: "HTTPS is not enforced", Evidence: {EnforceHTTPS: .}};
