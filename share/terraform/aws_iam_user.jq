# MFA devices are no part of Terraform's: a user that is not made yet has none.
module {
  "ResourceType": "AWS::IAM::User",
  "Service": "iam",
  "Name": "name",
  "Scope": "global",
  "Computed": ["unique_id"]
};
include "known";

def arn: arn_or("arn:\(.Partition):iam::\(.Account):user\(.path // "/")\(.name)");

def configuration: {
  Path: .path,
  UserName: .name,
  UserId: .unique_id,
  Arn: arn,
  CreateDate: elsewhere,
  PasswordLastUsed: elsewhere,
  PermissionsBoundary: (.permissions_boundary | or_null
    | given({PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: .})),
  LoginProfile: null,
  MFADevices: (if .Action == "create" then [] else elsewhere end),
  AccessKeys: [],
  AttachedPolicies: [],
  Policies: [],
  Groups: [],
  Tags: tags
};
