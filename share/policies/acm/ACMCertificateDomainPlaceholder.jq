module {
  "Title": "Certificate is for a placeholder's domain",
  "ResourceType": "AWS::CertificateManager::Certificate",
  "Severity": 70,
  "Category": "maintenance",
  "Reads": [
    {"Path": ".Configuration.DomainName", "OneOf": "Placeholders"},
    {"Path": ".Configuration.SubjectAlternativeNames", "OneOf": "Placeholders"}
  ],
  "Parameters": {
    "Placeholders": ["example.com", "example.net", "example.org", ".example", ".test", ".invalid", ".localhost"]
  },
  "Remediation": "Ask for a certificate of a domain that you have, aws acm request-certificate --domain-name NAME --validation-method DNS, and give the variable that names it no default. Then aws acm delete-certificate --certificate-arn ARN.",
  "Source": [
    "https://www.rfc-editor.org/rfc/rfc2606",
    "https://docs.aws.amazon.com/acm/latest/userguide/gs-acm-request-public.html"
  ]
};
include "check";
include "placeholder";

def violation($now; $parameters):
  .Configuration
  | [(.DomainName | given("DomainName")), (.SubjectAlternativeNames | items("SubjectAlternativeNames")[])
      | text("a domain") | select(placeholder($parameters.Placeholders))] | unique
  | select(. != [])
  | {Message: "\(join(", ")): nobody can prove to own it", Evidence: {Placeholders: .}};
