module {
  "Title": "EBS snapshot is older than snapshots are kept",
  "ResourceType": "AWS::EC2::Snapshot",
  "Severity": 25,
  "Category": "cost",
  "OnRequest": true,
  "Reads": [{"Path": ".Configuration.StartTime", "Cut": "MaxDays"}],
  "Parameters": {"MaxDays": 365},
  "Remediation": "Delete what no rule asks to be kept (aws ec2 delete-snapshot --snapshot-id SNAPSHOT), or move it to the archive (aws ec2 modify-snapshot-tier --snapshot-id SNAPSHOT --storage-tier archive). A lifecycle policy of Amazon Data Lifecycle Manager or AWS Backup does this by itself.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html",
    "https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  ($parameters.MaxDays | number("MaxDays") | given("MaxDays")) as $most
  | .Configuration.StartTime
  | text("StartTime") | given("StartTime")
  | . as $start
  | ((($now | seconds) - seconds) / 86400) as $days
  | select($days > $most)
  | {Message: "taken \($days | floor) days ago", Evidence: {StartTime: $start}};
