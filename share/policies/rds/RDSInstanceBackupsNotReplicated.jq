module {
  "Title": "RDS instance's automatic backups stay in its region",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 10,
  "Category": "availability",
  "OnRequest": true,
  "Reads": [
    {"Path": ".Configuration.DBClusterIdentifier", "As": "shape"},
    {"Path": ".Configuration.ReadReplicaSourceDBInstanceIdentifier", "As": "shape"},
    {"Path": ".Configuration.DBInstanceAutomatedBackupsReplications", "As": "shape"}
  ],
  "Remediation": "Where the loss of a region must be survived, run in the other region: aws rds start-db-instance-automated-backups-replication --source-db-instance-arn ARN --kms-key-id KEY --backup-retention-period 7.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.DBClusterIdentifier == null and .ReadReplicaSourceDBInstanceIdentifier == null)
  | .DBInstanceAutomatedBackupsReplications | items("DBInstanceAutomatedBackupsReplications") | select(. == [])
  | {Message: "backups are not replicated", Evidence: {DBInstanceAutomatedBackupsReplications: .}};
