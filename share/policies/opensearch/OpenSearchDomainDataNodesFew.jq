module {
  "Title": "OpenSearch domain does not survive the loss of a zone",
  "ResourceType": "AWS::OpenSearchService::Domain",
  "Severity": 50,
  "Category": "availability",
  "Reads": [".Configuration.ClusterConfig.InstanceCount", ".Configuration.ClusterConfig.ZoneAwarenessEnabled"],
  "Remediation": "Run aws opensearch update-domain-config --domain-name NAME --cluster-config InstanceCount=3,ZoneAwarenessEnabled=true,ZoneAwarenessConfig={AvailabilityZoneCount=3}, and a replica for each index.",
  "Source": [
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.ClusterConfig | object("ClusterConfig")
  | (.InstanceCount | number("InstanceCount")) as $nodes
  | .ZoneAwarenessEnabled | flag("ZoneAwarenessEnabled") | select(. != true or $nodes == null or $nodes < 3)
  | {
      Message: "\($nodes // 0) data nodes, zone awareness \(if . == true then "on" else "off" end)",
      Evidence: {InstanceCount: $nodes, ZoneAwarenessEnabled: .}
    };
