# Redshift always answers PubliclyAccessible.  A record without it does not show which it is.
module {
  "Title": "Redshift cluster is publicly accessible",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.PubliclyAccessible"],
  "Remediation": "Run aws redshift modify-cluster --cluster-identifier NAME --no-publicly-accessible takes its public address away. Clients outside the VPC lose their connection: let them come through a VPN or a bastion.",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html",
    "https://docs.aws.amazon.com/redshift/latest/APIReference/API_Cluster.html"
  ]
};
include "check";

def violation:
  .Configuration.PubliclyAccessible | flag("PubliclyAccessible") | given("PubliclyAccessible") | select(.)
  | {Message: "the cluster has a public address", Evidence: {PubliclyAccessible: .}};
