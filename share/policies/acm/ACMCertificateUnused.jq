module {
  "Title": "ACM certificate is used by nothing",
  "ResourceType": "AWS::CertificateManager::Certificate",
  "Severity": 10,
  "Category": "maintenance",
  "Reads": [".Configuration.Status", {"Path": ".Configuration.InUseBy", "As": "shape"}],
  "Remediation": "Delete it: aws acm delete-certificate --certificate-arn ARN. ACM does not renew a certificate that nothing uses.",
  "Source": [
    "https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateDetail.html",
    "https://docs.aws.amazon.com/acm/latest/userguide/gs-acm-delete.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Status | text("Status") | . == "ISSUED" or . == "EXPIRED")
  | .InUseBy
  | given("InUseBy") | items("InUseBy")
  | select(. == [])
  | {Message: "no service uses it", Evidence: {InUseBy: .}};
