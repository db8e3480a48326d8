module {
  "ResourceType": "AWS::IAM::Role",
  "Service": "iam",
  "Scope": "global",
  "Computed": ["unique_id", "create_date"],
  "Declared": ["inline_policy", "managed_policy_arns"],
  "Related": [
    {"Type": "aws_iam_role_policy_attachment", "By": "role", "Is": ["name", "id"], "As": "attachments"},
    {"Type": "aws_iam_role_policy", "By": "role", "Is": ["name", "id"], "As": "inline_policies"}
  ],
  "Live": ["Exists"],
  "Paths": true,
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):iam::\(.Account):role\(.path // "/")\(first_of(.name, .id))");

def configuration: {
  Path: .path,
  RoleName: first_of(.name, .id),
  RoleId: .unique_id,
  Arn: arn,
  CreateDate: (.create_date | given(.[:19] + "+00:00")),
  AssumeRolePolicyDocument: (.assume_role_policy | document),
  Description: (.description | or_null),
  MaxSessionDuration: .max_session_duration,
  PermissionsBoundary: (.permissions_boundary | or_null
    | given({PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: .})),
  RoleLastUsed: (if .Action == "create" then {} else elsewhere end),
  AttachedPolicies: (.managed_policy_arns
    | each({PolicyName: known(split("/") | last), PolicyArn: .})),
  Policies: (.inline_policy // []
    | known(map(select(unknown or (.name | or_null) != null))) | each({PolicyName: .name, PolicyDocument: (.policy | document)})),
  Tags: tags
};
