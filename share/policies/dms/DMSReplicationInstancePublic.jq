# DMS always answers PubliclyAccessible.  A record without it does not show which it is, and the default is true.
module {
  "Title": "DMS replication instance is publicly accessible",
  "ResourceType": "AWS::DMS::ReplicationInstance",
  "Severity": 90,
  "Category": "network_security",
  "Reads": [".Configuration.PubliclyAccessible"],
  "Remediation": "It cannot be changed. Make another instance (aws dms create-replication-instance --replication-instance-identifier NEW --replication-instance-class CLASS --no-publicly-accessible), move its tasks (aws dms move-replication-task --replication-task-arn TASK --target-replication-instance-arn NEW), and delete this one.",
  "Source": [
    "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.PubliclyAccessible | flag("PubliclyAccessible") | given("PubliclyAccessible") | select(.)
  | {Message: "the instance has a public address", Evidence: {PubliclyAccessible: .}};
