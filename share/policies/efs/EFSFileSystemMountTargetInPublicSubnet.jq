module {
  "Title": "EFS file system is mounted in a subnet that gives out public addresses",
  "ResourceType": "AWS::EFS::FileSystem",
  "Severity": 50,
  "Category": "network_security",
  "Reads": [
    {"Path": ".Configuration.MountTargets[].MountTargetId", "As": "carried"},
    {"Path": ".Configuration.MountTargets[].SubnetId", "As": "carried"},
    ".Configuration.MountTargets[].Subnets[].MapPublicIpOnLaunch"
  ],
  "Remediation": "Make mount targets in private subnets (aws efs create-mount-target --file-system-id ID --subnet-id SUBNET --security-groups GROUP), and delete the others: aws efs delete-mount-target --mount-target-id MOUNT. Or let the subnet give out none: aws ec2 modify-subnet-attribute --subnet-id SUBNET --no-map-public-ip-on-launch.",
  "Source": [
    "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html"
  ]
};
include "check";

def violation:
  [ .Configuration.MountTargets | items("MountTargets")[]
    | (.Subnets | given("the subnet of a mount target") | items("Subnets")
        | if . == [] then error("the subnet of a mount target is not there") else . end) as $subnets
    | select(any($subnets[]; .MapPublicIpOnLaunch | flag("MapPublicIpOnLaunch") | given("MapPublicIpOnLaunch")))
    | {MountTargetId, SubnetId} ]
  | select(length > 0)
  | {Message: "mounted in \(map(.SubnetId) | join(", "))", Evidence: {MountTargets: .}};
