module {
  "Title": "ACM certificate is in no public log",
  "ResourceType": "AWS::CertificateManager::Certificate",
  "Severity": 50,
  "Category": "monitoring",
  "Reads": [".Configuration.Type", ".Configuration.Options.CertificateTransparencyLoggingPreference"],
  "Remediation": "Turn the log on: aws acm update-certificate-options --certificate-arn ARN --options CertificateTransparencyLoggingPreference=ENABLED. Browsers do not trust a public certificate that is in none.",
  "Source": [
    "https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateOptions.html",
    "https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Type | text("Type") | given("Type") | . == "AMAZON_ISSUED")
  | .Options.CertificateTransparencyLoggingPreference
  | text("CertificateTransparencyLoggingPreference")
  | select(. == "DISABLED")
  | {Message: "certificate transparency logging is DISABLED", Evidence: {CertificateTransparencyLoggingPreference: .}};
