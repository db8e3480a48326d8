module {
  "Title": "Redshift cluster is in no VPC of the account's",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 75,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.VpcId", "As": "shape"},
    {"Path": ".Configuration.ClusterSubnetGroupName", "As": "shape"}
  ],
  "Remediation": "Make a subnet group (aws redshift create-cluster-subnet-group --cluster-subnet-group-name GROUP --description TEXT --subnet-ids SUBNET SUBNET), and restore a snapshot into it: aws redshift restore-from-cluster-snapshot --cluster-identifier NEW --snapshot-identifier SNAPSHOT --cluster-subnet-group-name GROUP.",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html",
    "https://docs.aws.amazon.com/redshift/latest/APIReference/API_Cluster.html"
  ]
};
include "check";

def violation:
  .Configuration
  | (.VpcId | text("VpcId")) as $vpc
  | .ClusterSubnetGroupName | text("ClusterSubnetGroupName")
  | select(($vpc == null or $vpc == "") and (. == null or . == ""))
  | {Message: "no subnet group, so no VPC", Evidence: {VpcId: $vpc, ClusterSubnetGroupName: .}};
