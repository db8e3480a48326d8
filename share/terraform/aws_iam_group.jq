module {
  "ResourceType": "AWS::IAM::Group",
  "Service": "iam",
  "Scope": "global",
  "Computed": ["unique_id"]
};
include "known";

def arn: arn_or("arn:\(.Partition):iam::\(.Account):group\(.path)\(.name)");

def configuration: {
  GroupName: .name,
  GroupId: .unique_id,
  Path: .path,
  Arn: arn,
  Users: elsewhere,
  Policies: [],
  AttachedPolicies: []
};
