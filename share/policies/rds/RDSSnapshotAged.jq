module {
  "Title": "Manual snapshot of a database is old",
  "ResourceType": ["AWS::RDS::DBSnapshot", "AWS::RDS::DBClusterSnapshot"],
  "Severity": 20,
  "Category": "cost",
  "Reads": [".Configuration.SnapshotType", {"Path": ".Configuration.SnapshotCreateTime", "Cut": "MaxDays"}],
  "Parameters": {"MaxDays": 365},
  "Remediation": "Ask its owner; what no law keeps, delete: aws rds delete-db-snapshot --db-snapshot-identifier NAME, or for a cluster aws rds delete-db-cluster-snapshot --db-cluster-snapshot-identifier NAME. For what must be kept, a plan of AWS Backup has an end for each.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CreateSnapshot.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBSnapshot.html"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  ($parameters.MaxDays | number("MaxDays") | given("MaxDays")) as $max
  | .Configuration
  | select(.SnapshotType | text("SnapshotType") | given("SnapshotType") | . == "manual")
  | .SnapshotCreateTime as $created
  | (($now | seconds) - ($created | given("SnapshotCreateTime") | seconds)) as $age
  | select($age > $max * 86400)
  | ($age / 86400 | floor) as $days
  | {
      Message: "made \($days) days ago",
      Evidence: {SnapshotCreateTime: $created, AgeDays: $days, MaxDays: $max}
    };
