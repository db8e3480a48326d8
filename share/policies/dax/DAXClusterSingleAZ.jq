module {
  "Title": "DAX cluster has nodes in one availability zone only",
  "ResourceType": "AWS::DAX::Cluster",
  "Severity": 25,
  "Category": "availability",
  "Reads": [".Configuration.Nodes[].AvailabilityZone"],
  "Remediation": "Add nodes in other zones: aws dax increase-replication-factor --cluster-name NAME --new-replication-factor 3 --availability-zones ZONE ZONE.",
  "Source": [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.concepts.cluster.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_Cluster.html"
  ]
};
include "check";

def violation:
  [.Configuration.Nodes | items("Nodes")[] | .AvailabilityZone | text("AvailabilityZone") | select(. != null)]
  | unique
  | select(length < 2)
  | {Message: "nodes in \(length) availability zones", Evidence: {AvailabilityZones: .}};
