module {
  "Title": "IAM SAML provider's metadata have expired",
  "ResourceType": "AWS::IAM::SAMLProvider",
  "Severity": 40,
  "Category": "maintenance",
  "Reads": [{"Path": ".Configuration.ValidUntil", "CutAhead": 0, "As": "carried"}],
  "Parameters": {},
  "Remediation": "Store the identity provider's new metadata: aws iam update-saml-provider --saml-provider-arn ARN --saml-metadata-document file://metadata.xml. Delete a provider that nobody uses: aws iam delete-saml-provider --saml-provider-arn ARN.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_SAMLProviderListEntry.html"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  .Configuration.ValidUntil
  | given("ValidUntil")
  | select(seconds <= ($now | seconds))
  | {Message: "expired \(.)", Evidence: {ValidUntil: .}};
