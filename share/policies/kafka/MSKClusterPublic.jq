# A cluster has no public access unless it was turned on after it was made.
module {
  "Title": "MSK cluster can be reached from the internet",
  "ResourceType": "AWS::MSK::Cluster",
  "Severity": 90,
  "Category": "network_security",
  "Reads": [
    ".Configuration.ClusterType",
    ".Configuration.Provisioned.BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type"
  ],
  "Remediation": "Run aws kafka update-connectivity --cluster-arn ARN --current-version VERSION --connectivity-info '{\"PublicAccess\": {\"Type\": \"DISABLED\"}}'. Clients outside the VPC lose their connection.",
  "Source": [
    "https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.ClusterType | text("ClusterType") | . != "SERVERLESS")
  | .Provisioned | object("Provisioned")
  | .BrokerNodeGroupInfo | object("BrokerNodeGroupInfo") | .ConnectivityInfo | object("ConnectivityInfo")
  | .PublicAccess | object("PublicAccess")
  | .Type | text("Type") | select(. != null and . != "DISABLED")
  | {Message: "public access is \(.)", Evidence: {PublicAccess: {Type: .}}};
