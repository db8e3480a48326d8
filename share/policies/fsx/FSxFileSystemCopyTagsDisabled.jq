module {
  "Title": "FSx file system's backups and volumes do not get its tags",
  "ResourceType": "AWS::FSx::FileSystem",
  "Severity": 25,
  "Category": "data_protection",
  "Reads": [
    ".Configuration.FileSystemType",
    ".Configuration.OpenZFSConfiguration.CopyTagsToBackups",
    ".Configuration.OpenZFSConfiguration.CopyTagsToVolumes",
    ".Configuration.LustreConfiguration.CopyTagsToBackups",
    ".Configuration.LustreConfiguration.DeploymentType",
    ".Configuration.WindowsConfiguration.CopyTagsToBackups"
  ],
  "Remediation": "For OpenZFS run aws fsx update-file-system --file-system-id ID --open-zfs-configuration CopyTagsToBackups=true,CopyTagsToVolumes=true. Of Lustre and Windows it can only be set when a file system is made.",
  "Source": [
    "https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/updating-file-system.html",
    "https://docs.aws.amazon.com/fsx/latest/APIReference/API_OpenZFSFileSystemConfiguration.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/fsx-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | (.FileSystemType | text("FileSystemType") | given("FileSystemType")) as $type
  | if $type == "OPENZFS" then
      .OpenZFSConfiguration | object("OpenZFSConfiguration") | {CopyTagsToBackups, CopyTagsToVolumes}
    elif $type == "WINDOWS" then .WindowsConfiguration | object("WindowsConfiguration") | {CopyTagsToBackups}
    elif $type == "LUSTRE" then
      .LustreConfiguration | object("LustreConfiguration")
      | select(.DeploymentType | text("DeploymentType") | . == null or (startswith("SCRATCH") | not))
      | {CopyTagsToBackups}
    else empty end
  | select(any(.[]; flag("CopyTags") | . != true))
  | {Message: "tags are not copied", Evidence: (. + {FileSystemType: $type})};
