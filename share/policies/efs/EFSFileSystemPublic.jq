module {
  "Title": "EFS file system's policy lets everyone in who reaches it",
  "ResourceType": "AWS::EFS::FileSystem",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".Configuration.Policy"],
  "Remediation": "Let clients in through mount targets and access points only, by a condition on elasticfilesystem:AccessedViaMountTarget or elasticfilesystem:AccessPointArn, or name the roles: aws efs put-file-system-policy --file-system-id ID --policy file://policy.json.",
  "Source": [
    "https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html",
    "https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html"
  ]
};
include "document";

def violation:
  .Configuration.Policy | public_statements | select(length > 0)
  | {Message: "\(length) of the policy's statements let everyone in", Evidence: {Statements: .}};
