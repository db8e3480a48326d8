# A cluster that is made without a name for its database gets dev.
module {
  "Title": "Redshift cluster's database has the default name",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 25,
  "Category": "access_control",
  "OnRequest": true,
  "Reads": [".Configuration.DBName"],
  "Remediation": "The first database cannot be renamed. Make another one, move the data there and the clients with it, or make a new cluster with another --db-name (aws redshift create-cluster).",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/APIReference/API_Cluster.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.DBName | text("DBName") | select(. == null or . == "dev")
  | {Message: "the database is \(. // "dev")", Evidence: {DBName: .}};
