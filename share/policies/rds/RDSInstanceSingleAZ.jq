# What belongs to a cluster has its standby there, and a read replica is a copy of something else: neither is judged.
module {
  "Title": "RDS instance has no standby in another availability zone",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 50,
  "Category": "availability",
  "Reads": [
    ".Configuration.Engine",
    {"Path": ".Configuration.DBClusterIdentifier", "As": "shape"},
    {"Path": ".Configuration.ReadReplicaSourceDBInstanceIdentifier", "As": "shape"},
    ".Configuration.MultiAZ"
  ],
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --multi-az makes a standby that takes over by itself; it costs as much as the instance. Without --apply-immediately it is made in the next maintenance window.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

# These editions of SQL Server know no standby.
def can_have_standby: .Engine | text("Engine") | given("Engine") | IN("sqlserver-ex", "sqlserver-web") | not;

def violation:
  .Configuration
  | select(.DBClusterIdentifier == null and .ReadReplicaSourceDBInstanceIdentifier == null)
  | select(can_have_standby)
  | .MultiAZ | flag("MultiAZ") | select(. != true)
  | {Message: "no standby in another availability zone", Evidence: {MultiAZ: .}};
