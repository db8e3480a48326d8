module {
  "Title": "WorkSpace's user volume is not encrypted",
  "ResourceType": "AWS::WorkSpaces::Workspace",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.UserVolumeEncryptionEnabled"],
  "Remediation": "It cannot be turned on later: make the WorkSpace anew with aws workspaces create-workspaces --workspaces file://workspace.json, with both volumes encrypted and a VolumeEncryptionKey",
  "Source": [
    "https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/workspaces-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.UserVolumeEncryptionEnabled | flag("UserVolumeEncryptionEnabled") | select(. != true)
  | {Message: "the user volume is not encrypted", Evidence: {UserVolumeEncryptionEnabled: .}};
