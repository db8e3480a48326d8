module {
  "Title": "IAM server certificate has expired",
  "ResourceType": "AWS::IAM::ServerCertificate",
  "Severity": 40,
  "Category": "maintenance",
  "Reads": [{"Path": ".Configuration.Expiration", "CutAhead": 0, "As": "carried"}],
  "Parameters": {},
  "Remediation": "Delete it if no load balancer uses it any more: aws iam delete-server-certificate --server-certificate-name NAME. Let ACM make and renew certificates where it can.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_ServerCertificateMetadata.html"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  .Configuration.Expiration
  | given("Expiration")
  | select(seconds <= ($now | seconds))
  | {Message: "expired \(.)", Evidence: {Expiration: .}};
