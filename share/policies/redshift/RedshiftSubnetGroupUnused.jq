module {
  "Title": "Subnet group of Redshift is used by no cluster",
  "ResourceType": "AWS::Redshift::ClusterSubnetGroup",
  "Severity": 5,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.Clusters", "As": "shape"}],
  "Remediation": "What nothing uses nobody looks after. See that no template names it, then run aws redshift delete-cluster-subnet-group --cluster-subnet-group-name NAME.",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-cluster-subnet-groups.html",
    "https://docs.aws.amazon.com/redshift/latest/APIReference/API_ClusterSubnetGroup.html"
  ]
};
include "check";

def violation:
  .Configuration.Clusters | given("Clusters") | items("Clusters") | select(. == [])
  | {Message: "no cluster is in it", Evidence: {Clusters: .}};
