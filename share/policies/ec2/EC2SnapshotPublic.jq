module {
  "Title": "EBS snapshot is public",
  "ResourceType": "AWS::EC2::Snapshot",
  "Severity": 90,
  "Category": "access_control",
  "Reads": [".Configuration.CreateVolumePermissions[].Group"],
  "Remediation": "Take the permission away: aws ec2 modify-snapshot-attribute --snapshot-id SNAPSHOT --attribute createVolumePermission --operation-type remove --group-names all. Whoever has copied it keeps the copy: change what secrets it held. Then let none be shared so: aws ec2 enable-snapshot-block-public-access --state block-all-sharing.",
  "Source": [
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolumePermission.html",
    "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-1"
  ]
};
include "check";

def violation:
  .Configuration.CreateVolumePermissions
  | given("CreateVolumePermissions")
  | [items("CreateVolumePermissions")[] | .Group | text("Group") | select(. != null)]
  | select(any(.[]; . == "all"))
  | {Message: "anyone can make a volume of it", Evidence: {Groups: .}};
