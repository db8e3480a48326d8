module {
  "Title": "EFS access point believes clients who they are",
  "ResourceType": "AWS::EFS::AccessPoint",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".Configuration.PosixUser.Uid"],
  "Remediation": "It cannot be changed. Make another access point (aws efs create-access-point --file-system-id ID --root-directory Path=/DIRECTORY --posix-user Uid=1000,Gid=1000), move the clients, and delete this one: aws efs delete-access-point --access-point-id ID.",
  "Source": [
    "https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.PosixUser | object("PosixUser")
  | .Uid | number("Uid") | select(. == null)
  | {Message: "no user is enforced", Evidence: {PosixUser: .}};
