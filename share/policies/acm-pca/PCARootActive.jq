module {
  "Title": "Root certificate authority is left active",
  "ResourceType": "AWS::ACMPCA::CertificateAuthority",
  "Severity": 25,
  "Category": "access_control",
  "Reads": [".Configuration.Type", ".Configuration.Status"],
  "Remediation": "Disable it between the days on which it signs a subordinate: aws acm-pca update-certificate-authority --certificate-authority-arn ARN --status DISABLED. What subordinates have issued stays valid.",
  "Source": [
    "https://docs.aws.amazon.com/privateca/latest/APIReference/API_CertificateAuthority.html",
    "https://docs.aws.amazon.com/privateca/latest/userguide/ca-best-practices.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/pca-controls.html#pca-1"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Type | text("Type") | given("Type") | . == "ROOT")
  | .Status | text("Status")
  | select(. == "ACTIVE")
  | {Message: "the root is ACTIVE", Evidence: {Status: .}};
