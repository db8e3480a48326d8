module {
  "Title": "OpenSearch domain has a public endpoint",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 90,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.VPCOptions.VPCId", "As": "shape"},
    {"Path": ".Configuration.VPCOptions.SubnetIds", "As": "shape"}
  ],
  "Remediation": "It cannot be moved into a VPC. Make a domain there (aws opensearch create-domain --domain-name NEW --vpc-options SubnetIds=SUBNET,SUBNET,SecurityGroupIds=GROUP), restore a snapshot into it, and move the clients.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.VPCOptions | object("VPCOptions")
  | (.VPCId | text("VPCId")) as $vpc
  | select(($vpc == null or $vpc == "") and (.SubnetIds | items("SubnetIds") | . == []))
  | {Message: "the domain is in no VPC", Evidence: {VPCOptions: .}};
