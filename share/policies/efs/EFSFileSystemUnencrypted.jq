module {
  "Title": "EFS file system is not encrypted",
  "ResourceType": "AWS::EFS::FileSystem",
  "Severity": 75,
  "Category": "encryption",
  "Reads": [".Configuration.Encrypted"],
  "Remediation": "It can only be turned on when a file system is made: aws efs create-file-system --encrypted --kms-key-id KEY, then copy the files (aws datasync create-task --source-location-arn OLD --destination-location-arn NEW) and mount the new one.",
  "Source": [
    "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.Encrypted
   | flag("Encrypted") | select(. != true)
  | {Message: "the file system is not encrypted", Evidence: {Encrypted: .}};
