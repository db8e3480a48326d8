module {
  "Title": "Redshift cluster keeps automated snapshots for too few days",
  "ResourceType": "AWS::Redshift::Cluster",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [".Configuration.AutomatedSnapshotRetentionPeriod"],
  "Parameters": {"MinDays": 7},
  "Remediation": "Run aws redshift modify-cluster --cluster-identifier NAME --automated-snapshot-retention-period 7 (from 1 to 35 days).",
  "Source": [
    "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"
  ]
};
include "check";

def violation($now; $parameters):
  ($parameters.MinDays | number("MinDays") | given("MinDays")) as $min
  | .Configuration.AutomatedSnapshotRetentionPeriod | number("AutomatedSnapshotRetentionPeriod")
  | select(. == null or . < $min)
  | {
      Message: (if . == null or . == 0 then "no automated snapshots" else "snapshots are kept for \(.) days" end),
      Evidence: {AutomatedSnapshotRetentionPeriod: ., MinDays: $min}
    };
