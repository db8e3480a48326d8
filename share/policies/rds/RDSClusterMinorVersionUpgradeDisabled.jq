# Only Multi-AZ clusters of RDS for MySQL and PostgreSQL have it on the cluster.  In Aurora and Neptune each instance
# has it.
module {
  "Title": "Multi-AZ cluster is not upgraded to new minor versions",
  "ResourceType": "AWS::RDS::DBCluster",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [".Configuration.Engine", ".Configuration.AutoMinorVersionUpgrade"],
  "Remediation": "Run aws rds modify-db-cluster --db-cluster-identifier NAME --auto-minor-version-upgrade. Upgrades come in the maintenance window, see --preferred-maintenance-window.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/create-multi-az-db-cluster.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Engine | text("Engine") | given("Engine") | IN("mysql", "postgres"))
  | .AutoMinorVersionUpgrade | flag("AutoMinorVersionUpgrade") | select(. != true)
  | {Message: "minor versions are not applied by themselves", Evidence: {AutoMinorVersionUpgrade: .}};
