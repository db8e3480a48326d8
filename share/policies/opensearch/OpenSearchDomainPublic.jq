# With fine-grained access control the domain asks for users itself, and AWS recommends an open policy.
module {
  "Title": "OpenSearch domain answers everyone",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.VPCOptions.VPCId", "As": "shape"},
    ".Configuration.AccessPolicies",
    ".Configuration.AdvancedSecurityOptions.Enabled",
    ".Configuration.AdvancedSecurityOptions.AnonymousAuthEnabled"
  ],
  "Remediation": "Name the roles in the policy's Principal or the addresses in a condition (aws opensearch update-domain-config --domain-name NAME --access-policies file://policy.json), or let the domain ask for users itself: aws opensearch update-domain-config --domain-name NAME --advanced-security-options file://options.json. Better still, move it into a VPC.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html"
  ]
};
include "check";
include "document";

def violation:
  .Configuration
  | select(.VPCOptions | object("VPCOptions") | .VPCId | text("VPCId") | . == null or . == "")
  | (.AdvancedSecurityOptions | object("AdvancedSecurityOptions")
      | (.Enabled | flag("Enabled")) == true
        and (.AnonymousAuthEnabled | flag("AnonymousAuthEnabled")) != true) as $asks
  | select($asks | not)
  | .AccessPolicies | public_statements | select(length > 0)
  | {Message: "a public endpoint and a policy that lets everyone in", Evidence: {Statements: .}};
