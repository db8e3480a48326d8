module {
  "Title": "WorkSpace's root volume is not encrypted",
  "ResourceType": "AWS::WorkSpaces::Workspace",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [".Configuration.RootVolumeEncryptionEnabled"],
  "Remediation": "It cannot be turned on later: make the WorkSpace anew with aws workspaces create-workspaces --workspaces file://workspace.json, with both volumes encrypted and a VolumeEncryptionKey",
  "Source": [
    "https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/workspaces-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.RootVolumeEncryptionEnabled | flag("RootVolumeEncryptionEnabled") | select(. != true)
  | {Message: "the root volume is not encrypted", Evidence: {RootVolumeEncryptionEnabled: .}};
