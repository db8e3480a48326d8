module {
  "Title": "Production database keeps backups for too few days",
  "ResourceType": ["AWS::RDS::DBInstance", "AWS::RDS::DBCluster"],
  "Severity": 70,
  "Category": "data_protection",
  "OnRequest": true,
  "Reads": [
    ".ResourceType",
    ".Tags.Environment",
    {"Path": ".Configuration.DBClusterIdentifier", "As": "shape"},
    ".Configuration.BackupRetentionPeriod"
  ],
  "Parameters": {"Production": ["prod", "production"], "MinDays": 30},
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --backup-retention-period 30, or for a cluster aws rds modify-db-cluster --db-cluster-identifier NAME --backup-retention-period 30; at most 35 days. Longer needs a plan of AWS Backup.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MinDays | number("MinDays") | given("MinDays")) as $min
  | select(.ResourceType == "AWS::RDS::DBCluster" or .Configuration.DBClusterIdentifier == null)
  | (.Tags | object("Tags") | .Environment | text("the tag Environment")) as $environment
  | select($environment != null)
  | select($parameters.Production | items("Production") | has_item($environment | ascii_downcase))
  | .Configuration.BackupRetentionPeriod | number("BackupRetentionPeriod") | select(. == null or . < $min)
  | {
      Message: "a production database must keep backups for \($min) days",
      Evidence: {Environment: $environment, BackupRetentionPeriod: ., MinDays: $min}
    };
