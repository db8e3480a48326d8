module {
  "Title": "DMS replication instance has no standby in another availability zone",
  "ResourceType": "AWS::DMS::ReplicationInstance",
  "Severity": 50,
  "Category": "availability",
  "Reads": [".Configuration.MultiAZ"],
  "Remediation": "Run aws dms modify-replication-instance --replication-instance-arn ARN --multi-az --apply-immediately.",
  "Source": [
    "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.MultiAZ
   | flag("MultiAZ") | select(. != true)
  | {Message: "no standby in another availability zone", Evidence: {MultiAZ: .}};
