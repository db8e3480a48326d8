module {
  "Title": "EFS file system is in one availability zone only",
  "ResourceType": "AWS::EFS::FileSystem",
  "Severity": 25,
  "Category": "availability",
  "Reads": [".Configuration.AvailabilityZoneName"],
  "Remediation": "The class of storage cannot be changed. Make a regional file system (aws efs create-file-system --encrypted without --availability-zone-name), copy the files (aws datasync create-task --source-location-arn OLD --destination-location-arn NEW), and mount that.",
  "Source": [
    "https://docs.aws.amazon.com/efs/latest/ug/features.html",
    "https://docs.aws.amazon.com/efs/latest/ug/API_FileSystemDescription.html"
  ]
};
include "check";

def violation:
  .Configuration.AvailabilityZoneName | text("AvailabilityZoneName") | select(. != null)
  | {Message: "One Zone storage in \(.)", Evidence: {AvailabilityZoneName: .}};
