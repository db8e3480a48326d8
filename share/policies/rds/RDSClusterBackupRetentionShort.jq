# A cluster cannot be without backups: AWS keeps them for a day at least.
module {
  "Title": "Database cluster keeps backups for too few days",
  "ResourceType": "AWS::RDS::DBCluster",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [".Configuration.BackupRetentionPeriod"],
  "Parameters": {"MinDays": 7},
  "Remediation": "Run aws rds modify-db-cluster --db-cluster-identifier NAME --backup-retention-period 7 --apply-immediately (from 1 to 35 days). Longer than 35 days needs AWS Backup.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html",
    "https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html",
    "https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MinDays | number("MinDays") | given("MinDays")) as $min
  | .Configuration.BackupRetentionPeriod | number("BackupRetentionPeriod") | select(. == null or . < $min)
  | {
      Message: (if . == null then "nothing says how long backups are kept" else "backups are kept for \(.) days" end),
      Evidence: {BackupRetentionPeriod: ., MinDays: $min}
    };
