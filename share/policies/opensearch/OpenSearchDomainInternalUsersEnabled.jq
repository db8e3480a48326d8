module {
  "Title": "OpenSearch domain keeps users and passwords of its own",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 25,
  "Category": "access_control",
  "OnRequest": true,
  "Reads": [".Configuration.AdvancedSecurityOptions.InternalUserDatabaseEnabled"],
  "Remediation": "Run aws opensearch update-domain-config --domain-name NAME --advanced-security-options 'InternalUserDatabaseEnabled=false,MasterUserOptions={MasterUserARN=ROLE}', and let people in by SAML, Cognito or IAM Identity Center.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_AdvancedSecurityOptions.html"
  ]
};
include "check";

def violation:
  .Configuration.AdvancedSecurityOptions | object("AdvancedSecurityOptions")
  | .InternalUserDatabaseEnabled | flag("InternalUserDatabaseEnabled") | select(. == true)
  | {Message: "the internal database of users is on", Evidence: {InternalUserDatabaseEnabled: .}};
