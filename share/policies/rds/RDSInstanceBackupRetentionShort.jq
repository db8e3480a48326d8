module {
  "Title": "RDS instance keeps backups for too few days",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [
    {"Path": ".Configuration.DBClusterIdentifier", "As": "shape"},
    {"Path": ".Configuration.ReadReplicaSourceDBInstanceIdentifier", "As": "shape"},
    {"Path": ".Configuration.ReadReplicaSourceDBClusterIdentifier", "As": "shape"},
    ".Configuration.BackupRetentionPeriod"
  ],
  "Parameters": {"MinDays": 7},
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --backup-retention-period 7 --apply-immediately (from 1 to 35 days). Going from 0 to more makes a backup at once and may stop the instance for a moment. Longer than 35 days needs AWS Backup.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MinDays | number("MinDays") | given("MinDays")) as $min
  | .Configuration
  | select(.DBClusterIdentifier == null)
  | select(.ReadReplicaSourceDBInstanceIdentifier == null and .ReadReplicaSourceDBClusterIdentifier == null)
  | .BackupRetentionPeriod | number("BackupRetentionPeriod") | select(. == null or . < $min)
  | {
      Message: (if . == null or . == 0 then "no automatic backups" else "backups are kept for \(.) days" end),
      Evidence: {BackupRetentionPeriod: ., MinDays: $min}
    };
