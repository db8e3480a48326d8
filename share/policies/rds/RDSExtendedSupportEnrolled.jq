module {
  "Title": "Database will be billed for extended support",
  "ResourceType": ["AWS::RDS::DBInstance", "AWS::RDS::DBCluster"],
  "Severity": 25,
  "Category": "cost",
  "OnRequest": true,
  "Reads": [
    ".ResourceType",
    {"Path": ".Configuration.DBClusterIdentifier", "As": "shape"},
    ".Configuration.EngineLifecycleSupport"
  ],
  "Remediation": "It can only be left out when a database is made or restored (aws rds restore-db-instance-from-db-snapshot with --engine-lifecycle-support open-source-rds-extended-support-disabled); AWS then upgrades it by itself when standard support ends. What avoids the cost for certain is to upgrade in time.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html"
  ]
};
include "check";

def violation:
  select(.ResourceType == "AWS::RDS::DBCluster" or .Configuration.DBClusterIdentifier == null)
  | .Configuration.EngineLifecycleSupport | text("EngineLifecycleSupport")
  | select(. != null and . != "open-source-rds-extended-support-disabled")
  | {Message: "enrolled in extended support", Evidence: {EngineLifecycleSupport: .}};
