module {
  "Title": "EFS access point shows the whole file system",
  "ResourceType": "AWS::EFS::AccessPoint",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.RootDirectory.Path"],
  "Remediation": "It cannot be changed. Make another access point (aws efs create-access-point --file-system-id ID --root-directory Path=/DIRECTORY --posix-user Uid=1000,Gid=1000), move the clients, and delete this one: aws efs delete-access-point --access-point-id ID.",
  "Source": [
    "https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.RootDirectory | object("RootDirectory")
  | .Path | text("Path") | select(. == null or (ltrimstr("/") == ""))
  | {Message: "the root directory is the file system's", Evidence: {Path: .}};
