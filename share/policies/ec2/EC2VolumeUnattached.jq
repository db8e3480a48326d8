module {
  "Title": "EBS volume is attached to no instance",
  "ResourceType": "AWS::EC2::Volume",
  "Severity": 25,
  "Category": "cost",
  "Reads": [".Configuration.State"],
  "Remediation": "Keep its data as a snapshot if they may be needed (aws ec2 create-snapshot --volume-id VOLUME), then delete the volume: aws ec2 delete-volume --volume-id VOLUME.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Volume.html",
    "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-describing-volumes.html"
  ]
};
include "check";

def violation:
  .Configuration.State
  | text("State")
  | select(. == "available" or . == "error")
  | {Message: "the volume is attached to nothing (\(.))", Evidence: {State: .}};
