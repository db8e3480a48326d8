module {
  "Title": "EBS volume is not encrypted",
  "ResourceType": "AWS::EC2::Volume",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.Encrypted"],
  "Remediation": "A volume cannot be encrypted in place: take a snapshot (aws ec2 create-snapshot --volume-id VOLUME), make an encrypted volume of it (aws ec2 create-volume --snapshot-id SNAPSHOT --availability-zone ZONE --encrypted), and put it in the place of the old one. Let new volumes be encrypted from the start: aws ec2 enable-ebs-encryption-by-default, once in each region.",
  "Source": [
    "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Volume.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-3"
  ]
};
include "check";

def violation:
  .Configuration.Encrypted
  | flag("Encrypted")
  | select(. != true)
  | {Message: "the volume is not encrypted", Evidence: {Encrypted: .}};
