module {
  "Title": "EBS snapshot is of a volume that is gone, and of no image",
  "ResourceType": "AWS::EC2::Snapshot",
  "Severity": 25,
  "Category": "cost",
  "Reads": [
    {"Path": ".Configuration.StartTime", "Cut": "MaxDays"},
    {"Path": ".Configuration.VolumeId", "As": "carried"},
    {"Path": ".Configuration.Volumes", "As": "shape"},
    {"Path": ".Configuration.Images", "As": "shape"}
  ],
  "Parameters": {"MaxDays": 30},
  "Remediation": "Delete it, unless it is kept as the last copy of its data: aws ec2 delete-snapshot --snapshot-id SNAPSHOT. One that is kept costs less in the archive: aws ec2 modify-snapshot-tier --snapshot-id SNAPSHOT --storage-tier archive.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html",
    "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-deleting-snapshot.html"
  ]
};
include "check";
include "time";

def violation($now; $parameters):
  ($parameters.MaxDays | number("MaxDays") | given("MaxDays")) as $most
  | .Configuration
  | (.StartTime | text("StartTime") | given("StartTime")) as $start
  | ((($now | seconds) - ($start | seconds)) / 86400) as $days
  | select($days > $most)
  | select((.Volumes | given("Volumes") | items("Volumes")) == []
      and (.Images | given("Images") | items("Images")) == [])
  | {Message: "its volume is gone; taken \($days | floor) days ago", Evidence: {VolumeId, StartTime: $start}};
