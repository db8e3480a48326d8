# Backtracking is Aurora MySQL's alone, and not for global databases.
module {
  "Title": "Aurora MySQL cluster cannot be turned back in time",
  "ResourceType": "AWS::RDS::DBCluster",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [
    ".Configuration.Engine",
    ".Configuration.EngineMode",
    {"Path": ".Configuration.GlobalClusterIdentifier", "As": "shape"},
    ".Configuration.BacktrackWindow"
  ],
  "Remediation": "It can only be turned on when a cluster is made, restored or cloned: aws rds restore-db-cluster-to-point-in-time --source-db-cluster-identifier NAME --db-cluster-identifier NEW --use-latest-restorable-time --backtrack-window 86400 (in seconds, at most 259200).",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Engine | text("Engine") | given("Engine") | IN("aurora", "aurora-mysql"))
  | select((.EngineMode | text("EngineMode") | . != "serverless") and .GlobalClusterIdentifier == null)
  | .BacktrackWindow | number("BacktrackWindow") | select(. == null or . <= 0)
  | {Message: "backtracking is off", Evidence: {BacktrackWindow: .}};
