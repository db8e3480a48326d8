module {
  "Title": "EBS snapshot is not encrypted",
  "ResourceType": "AWS::EC2::Snapshot",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.Encrypted"],
  "Remediation": "Copy it encrypted, and delete the one that is not: aws ec2 copy-snapshot --source-region REGION --source-snapshot-id SNAPSHOT --encrypted, then aws ec2 delete-snapshot --snapshot-id SNAPSHOT.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html",
    "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"
  ]
};
include "check";

def violation:
  .Configuration.Encrypted
  | flag("Encrypted")
  | select(. != true)
  | {Message: "the snapshot is not encrypted", Evidence: {Encrypted: .}};
