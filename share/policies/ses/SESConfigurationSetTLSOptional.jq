module {
  "Title": "SES sends mail in clear to servers that do not offer TLS",
  "ResourceType": "AWS::SES::ConfigurationSet",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.DeliveryOptions.TlsPolicy"],
  "Remediation": "aws sesv2 put-configuration-set-delivery-options --configuration-set-name NAME --tls-policy REQUIRE; mail to servers without TLS then comes back",
  "Source": [
    "https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ses-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.DeliveryOptions.TlsPolicy | text("DeliveryOptions.TlsPolicy") | select(. != "REQUIRE")
  | {Message: "TLS is \(. // "not required")", Evidence: {TlsPolicy: .}};
