module {
  "Title": "FSx file system has no automatic backups",
  "ResourceType": "AWS::FSx::FileSystem",
  "Severity": 50,
  "Category": "data_protection",
  "Reads": [
    ".Configuration.FileSystemType",
    ".Configuration.LustreConfiguration.DeploymentType",
    ".Configuration.LustreConfiguration.AutomaticBackupRetentionDays",
    ".Configuration.OntapConfiguration.AutomaticBackupRetentionDays",
    ".Configuration.OpenZFSConfiguration.AutomaticBackupRetentionDays",
    ".Configuration.WindowsConfiguration.AutomaticBackupRetentionDays"
  ],
  "Remediation": "Run aws fsx update-file-system --file-system-id ID --windows-configuration AutomaticBackupRetentionDays=7, or the same with --ontap-configuration, --open-zfs-configuration or --lustre-configuration (at most 90 days).",
  "Source": [
    "https://docs.aws.amazon.com/fsx/latest/WindowsGuide/using-backups.html",
    "https://docs.aws.amazon.com/fsx/latest/APIReference/API_FileSystem.html"
  ]
};
include "check";

def violation:
  .Configuration
  | {
      LUSTRE: "LustreConfiguration", ONTAP: "OntapConfiguration", OPENZFS: "OpenZFSConfiguration",
      WINDOWS: "WindowsConfiguration"
    } as $names
  | (.FileSystemType | text("FileSystemType") | given("FileSystemType")) as $type
  | if $names[$type] == null then error("FileSystemType is \($type)") else .[$names[$type]] | object($names[$type]) end
  | select($type != "LUSTRE" or (.DeploymentType | text("DeploymentType") | . == null or (startswith("SCRATCH") | not)))
  | .AutomaticBackupRetentionDays | number("AutomaticBackupRetentionDays") | select(. == null or . < 1)
  | {Message: "automatic backups are off", Evidence: {FileSystemType: $type, AutomaticBackupRetentionDays: .}};
