# RDS Custom demands that it is off, and DocumentDB shows the member but does not heed it.
module {
  "Title": "RDS instance is not upgraded to new minor versions",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 75,
  "Category": "maintenance",
  "Reads": [".Configuration.Engine", ".Configuration.AutoMinorVersionUpgrade"],
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --auto-minor-version-upgrade. Upgrades come in the maintenance window, see --preferred-maintenance-window; an instance without a standby is away for some minutes then.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Engine | text("Engine") | given("Engine") | . != "docdb" and (startswith("custom-") | not))
  | .AutoMinorVersionUpgrade | flag("AutoMinorVersionUpgrade") | select(. != true)
  | {Message: "minor versions are not applied by themselves", Evidence: {AutoMinorVersionUpgrade: .}};
