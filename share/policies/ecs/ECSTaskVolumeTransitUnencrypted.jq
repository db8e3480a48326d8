module {
  "Title": "ECS task mounts an EFS file system without encryption in transit",
  "ResourceType": "AWS::ECS::TaskDefinition",
  "Severity": 50,
  "Category": "encryption",
  "Reads": [
    ".Configuration.volumes[].name",
    ".Configuration.volumes[].efsVolumeConfiguration.fileSystemId",
    ".Configuration.volumes[].efsVolumeConfiguration.transitEncryption"
  ],
  "Remediation": "Set transitEncryption to ENABLED in the efsVolumeConfiguration of the volume. Register the next revision (aws ecs register-task-definition --cli-input-json FILE) and let its services use it: aws ecs update-service --cluster CLUSTER --service SERVICE --task-definition FAMILY.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-best-practices.html"
  ]
};
include "check";

def violation:
  [ .Configuration.volumes | items("volumes")[]
    | select(.efsVolumeConfiguration | object("efsVolumeConfiguration") | . != null)
    | {name, transitEncryption: (.efsVolumeConfiguration.transitEncryption | text("transitEncryption"))}
    | select(.transitEncryption != "ENABLED") ]
  | select(. != [])
  | {Message: "in the clear: \(map(.name) | join(", "))", Evidence: {Volumes: .}};
