module {
  "Title": "RDS instance reports no metrics of its operating system",
  "ResourceType": "AWS::RDS::DBInstance",
  "Severity": 25,
  "Category": "monitoring",
  "Reads": [".Configuration.Engine", ".Configuration.MonitoringInterval"],
  "Remediation": "Run aws rds modify-db-instance --db-instance-identifier NAME --monitoring-interval 60 --monitoring-role-arn ROLE turns it on. The role must trust monitoring.rds.amazonaws.com and have the managed policy AmazonRDSEnhancedMonitoringRole; the metrics are billed as CloudWatch logs.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Engine | text("Engine") | given("Engine") | IN("neptune", "docdb") | not)
  | .MonitoringInterval | number("MonitoringInterval") | select(. == null or . <= 0)
  | {Message: "enhanced monitoring is off", Evidence: {MonitoringInterval: .}};
