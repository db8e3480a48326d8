module {
  "Title": "Region lets EBS snapshots be made public",
  "ResourceType": "AWS::EC2::RegionSettings",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".Configuration.SnapshotBlockPublicAccess.State"],
  "Remediation": "Block it in each region: aws ec2 enable-snapshot-block-public-access --state block-all-sharing. That also stops the sharing of snapshots that are public already.",
  "Source": [
    "https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetSnapshotBlockPublicAccessState.html"
  ]
};
include "check";

def violation:
  .Configuration.SnapshotBlockPublicAccess.State
  | text("State")
  | select(. != "block-all-sharing" and . != "block-new-sharing")
  | {Message: "the block of public snapshots is \(. // "not configured")", Evidence: {State: .}};
