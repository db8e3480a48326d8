# AWS says MultiAZ of a cluster whose instances lie in several zones.  Serverless v1 moves to another zone by itself.
module {
  "Title": "Database cluster has instances in one availability zone only",
  "ResourceType": "AWS::RDS::DBCluster",
  "Severity": 50,
  "Category": "availability",
  "Reads": [".Configuration.EngineMode", ".Configuration.MultiAZ"],
  "Remediation": "Add an instance in another zone, which takes over when the first one fails: aws rds create-db-instance --db-instance-identifier READER --db-cluster-identifier NAME --engine ENGINE --db-instance-class CLASS --availability-zone ZONE.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.EngineMode | text("EngineMode") | . != "serverless")
  | .MultiAZ | flag("MultiAZ") | select(. != true)
  | {Message: "all its instances are in one availability zone", Evidence: {MultiAZ: .}};
