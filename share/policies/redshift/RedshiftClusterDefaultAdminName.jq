module {
  "Title": "Redshift cluster's administrator has the default name",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.MasterUsername"],
  "Remediation": "The name cannot be changed. Restore a snapshot into a cluster made with another --master-username (aws redshift create-cluster), or make an administrator with another name inside it and lock this one's password away.",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/APIReference/API_Cluster.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.MasterUsername | text("MasterUsername") | given("MasterUsername") | select(. == "awsuser")
  | {Message: "the administrator is \(.)", Evidence: {MasterUsername: .}};
