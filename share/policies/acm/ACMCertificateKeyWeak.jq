module {
  "Title": "ACM certificate has a key that is too short",
  "ResourceType": "AWS::CertificateManager::Certificate",
  "Severity": 75,
  "Category": "encryption",
  "Reads": [".Configuration.KeyAlgorithm"],
  "Remediation": "Get one with a longer key (aws acm request-certificate --domain-name DOMAIN --validation-method DNS --key-algorithm RSA_2048), or import it, and use it in the place of this one.",
  "Source": [
    "https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateDetail.html",
    "https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html#acm-2"
  ]
};
include "check";

def violation:
  .Configuration.KeyAlgorithm
  | text("KeyAlgorithm") | given("KeyAlgorithm")
  | select(test("^RSA[-_][0-9]+$"))
  | select(.[4:] | tonumber < 2048)
  | {Message: "the key is \(.)", Evidence: {KeyAlgorithm: .}};
