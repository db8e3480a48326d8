module {
  "Title": "ACM certificate expires soon, or has expired",
  "ResourceType": "AWS::CertificateManager::Certificate",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [
    ".Configuration.Status",
    {"Path": ".Configuration.NotAfter", "CutAhead": "MinDays"},
    ".Configuration.Type",
    ".Configuration.RenewalEligibility"
  ],
  "Parameters": {"MinDays": 30},
  "Remediation": "Import the next one under the same ARN: aws acm import-certificate --certificate-arn ARN --certificate FILE --private-key FILE --certificate-chain FILE. Of a certificate that ACM issued see that its DNS record is still there, and that something uses it: ACM renews no other.",
  "Source": [
    "https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateDetail.html",
    "https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html#acm-1"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  ($parameters.MinDays | number("MinDays") | given("MinDays")) as $least
  | .Configuration
  | select(.Status | text("Status") | given("Status") | . == "ISSUED" or . == "EXPIRED" or . == "INACTIVE")
  | (.NotAfter | text("NotAfter") | given("NotAfter")) as $expiry
  | ((($expiry | seconds) - ($now | seconds)) / 86400) as $days
  | select($days <= $least)
  | {
      Message: (if $days < 0 then "expired" else "expires in \($days | floor) days" end),
      Evidence: {Status, Type, RenewalEligibility, NotAfter: $expiry}
    };
