module {
  "Title": "OpenSearch domain has fewer than three dedicated master nodes",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 50,
  "Category": "availability",
  "Reads": [
    ".Configuration.ClusterConfig.DedicatedMasterEnabled",
    ".Configuration.ClusterConfig.DedicatedMasterCount"
  ],
  "Remediation": "Run aws opensearch update-domain-config --domain-name NAME --cluster-config DedicatedMasterEnabled=true,DedicatedMasterType=m6g.large.search,DedicatedMasterCount=3.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.ClusterConfig | object("ClusterConfig")
  | (.DedicatedMasterCount | number("DedicatedMasterCount")) as $nodes
  | .DedicatedMasterEnabled | flag("DedicatedMasterEnabled") | select(. != true or $nodes == null or $nodes < 3)
  | {
      Message: (if . == true then "\($nodes // 0) dedicated master nodes" else "no dedicated master nodes" end),
      Evidence: {DedicatedMasterEnabled: ., DedicatedMasterCount: $nodes}
    };
