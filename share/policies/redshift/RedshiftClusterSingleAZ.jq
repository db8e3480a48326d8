module {
  "Title": "Redshift cluster is in one availability zone only",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 50,
  "Category": "availability",
  "Reads": [".Configuration.MultiAZ"],
  "Remediation": "Run aws redshift modify-cluster --cluster-identifier NAME --multi-az, for clusters of RA3 nodes with encryption; it doubles the nodes. A cluster that can wait may be moved to another zone by itself instead: aws redshift modify-cluster --cluster-identifier NAME --availability-zone-relocation.",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-multi-az.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.MultiAZ | text("MultiAZ") | select(. == null or (ascii_downcase | . != "enabled"))
  | {Message: "no second availability zone", Evidence: {MultiAZ: .}};
