module {
  "Title": "Redshift cluster is not upgraded to new versions",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [".Configuration.AllowVersionUpgrade"],
  "Remediation": "Run aws redshift modify-cluster --cluster-identifier NAME --allow-version-upgrade. Upgrades come in the maintenance window, see --preferred-maintenance-window.",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.AllowVersionUpgrade
   | flag("AllowVersionUpgrade") | select(. != true)
  | {Message: "new versions are not applied", Evidence: {AllowVersionUpgrade: .}};
