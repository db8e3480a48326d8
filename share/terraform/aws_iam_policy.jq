# Only the document in force is in Terraform: of a policy that is not made yet, the first version.  How often it is
# attached is counted when it is made, so hardly ever right.
module {
  "ResourceType": "AWS::IAM::ManagedPolicy",
  "Service": "iam",
  "Name": "name",
  "Scope": "global",
  "Computed": ["policy_id"]
};
include "known";

def arn: arn_or("arn:\(.Partition):iam::\(.Account):policy\(.path // "/")\(first_of(.name, .id))");

def version: if .Action == "create" then "v1" else elsewhere end;

def configuration: {
  PolicyName: first_of(.name, .id),
  PolicyId: .policy_id,
  Arn: arn,
  Path: .path,
  DefaultVersionId: version,
  AttachmentCount: elsewhere,
  Description: (.description | or_null),
  PolicyVersion: {Document: (.policy | document), VersionId: version, IsDefaultVersion: true},
  PolicyGroups: [],
  PolicyUsers: [],
  PolicyRoles: [],
  PermissionsBoundaryUsageCount: elsewhere,
  Tags: tags
};
