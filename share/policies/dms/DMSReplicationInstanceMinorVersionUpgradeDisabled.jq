module {
  "Title": "DMS replication instance is not upgraded to new minor versions",
  "ResourceType": "AWS::DMS::ReplicationInstance",
  "Severity": 50,
  "Category": "maintenance",
  "Reads": [".Configuration.AutoMinorVersionUpgrade"],
  "Remediation": "Run aws dms modify-replication-instance --replication-instance-arn ARN --auto-minor-version-upgrade. Upgrades come in the maintenance window.",
  "Source": [
    "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.AutoMinorVersionUpgrade
   | flag("AutoMinorVersionUpgrade") | select(. != true)
  | {Message: "minor versions are not applied by themselves", Evidence: {AutoMinorVersionUpgrade: .}};
