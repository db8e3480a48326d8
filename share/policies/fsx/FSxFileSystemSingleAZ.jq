module {
  "Title": "FSx file system is in one availability zone only",
  "ResourceType": "AWS::FSx::FileSystem",
  "Severity": 50,
  "Category": "availability",
  "Reads": [
    ".Configuration.FileSystemType",
    ".Configuration.OntapConfiguration.DeploymentType",
    ".Configuration.OpenZFSConfiguration.DeploymentType",
    ".Configuration.WindowsConfiguration.DeploymentType"
  ],
  "Remediation": "It cannot be changed. Take a backup (aws fsx create-backup --file-system-id ID), and make a file system of it whose deployment type is MULTI_AZ_1 in two subnets: aws fsx create-file-system-from-backup --backup-id ID --subnet-ids SUBNET SUBNET.",
  "Source": [
    "https://docs.aws.amazon.com/fsx/latest/WindowsGuide/high-availability-multiAZ.html",
    "https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/high-availability-AZ.html",
    "https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/availability-durability.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/fsx-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | {ONTAP: "OntapConfiguration", OPENZFS: "OpenZFSConfiguration", WINDOWS: "WindowsConfiguration"} as $names
  | (.FileSystemType | text("FileSystemType") | given("FileSystemType")) as $type
  | select($names[$type] != null)
  | .[$names[$type]] | object($names[$type])
  | .DeploymentType | text("DeploymentType") | select(. == null or (startswith("MULTI_AZ_") | not))
  | {Message: "deployed as \(. // "nothing known")", Evidence: {FileSystemType: $type, DeploymentType: .}};
