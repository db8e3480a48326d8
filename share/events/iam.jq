# Where a user leaves out the name, the caller is meant.  A policy of AWS's own is nobody's resource.
# What happens to a group happens to its members' rights, but not to what is recorded of them.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
module {
  "EventSource": "iam.amazonaws.com",
  "Resources": [
    {
      "ResourceType": "AWS::IAM::User", "Item": "user",
      "Created": ["CreateUser"],
      "Changed": [
        "AddUserToGroup", "AttachUserPolicy", "ChangePassword", "CreateAccessKey", "CreateLoginProfile", "CreateUser",
        "DeactivateMFADevice", "DeleteAccessKey", "DeleteLoginProfile", "DeleteUserPermissionsBoundary", "DeleteUserPolicy",
        "DetachUserPolicy", "EnableMFADevice", "PutUserPermissionsBoundary", "PutUserPolicy", "RemoveUserFromGroup",
        "ResyncMFADevice", "TagUser", "UntagUser", "UpdateAccessKey", "UpdateLoginProfile"
      ],
      "Deleted": ["DeleteUser"]
    },
    {"ResourceType": "AWS::IAM::User", "Item": "old_user", "Deleted": ["UpdateUser"]},
    {"ResourceType": "AWS::IAM::User", "Item": "new_user", "Changed": ["UpdateUser"]},
    {
      "ResourceType": "AWS::IAM::Role", "Item": "role",
      "Created": ["CreateRole", "CreateServiceLinkedRole"],
      "Changed": [
        "AddRoleToInstanceProfile", "AttachRolePolicy", "CreateRole", "CreateServiceLinkedRole",
        "DeleteRolePermissionsBoundary", "DeleteRolePolicy", "DetachRolePolicy", "PutRolePermissionsBoundary",
        "PutRolePolicy", "RemoveRoleFromInstanceProfile", "TagRole", "UntagRole", "UpdateAssumeRolePolicy", "UpdateRole",
        "UpdateRoleDescription"
      ],
      "Deleted": ["DeleteRole"]
    },
    {
      "ResourceType": "AWS::IAM::Group", "Item": "group",
      "Created": ["CreateGroup"],
      "Changed": [
        "AddUserToGroup", "AttachGroupPolicy", "CreateGroup", "DeleteGroupPolicy", "DetachGroupPolicy", "PutGroupPolicy",
        "RemoveUserFromGroup"
      ],
      "Deleted": ["DeleteGroup"]
    },
    {
      "ResourceType": "AWS::IAM::ManagedPolicy", "Item": "policy",
      "Created": ["CreatePolicy"],
      "Changed": [
        "AttachGroupPolicy", "AttachRolePolicy", "AttachUserPolicy", "CreatePolicy", "CreatePolicyVersion",
        "DeletePolicyVersion", "DetachGroupPolicy", "DetachRolePolicy", "DetachUserPolicy", "SetDefaultPolicyVersion",
        "TagPolicy", "UntagPolicy"
      ],
      "Deleted": ["DeletePolicy"]
    },
    {
      "ResourceType": "AWS::::Account", "Item": "account",
      "Changed": ["DeleteAccountPasswordPolicy", "UpdateAccountPasswordPolicy"]
    },
    {
      "ResourceType": "AWS::::Account", "Item": "root",
      "Changed": ["CreateAccessKey", "DeactivateMFADevice", "DeleteAccessKey", "EnableMFADevice", "UpdateAccessKey"]
    }
  ]
};

def by_root: .userIdentity.type == "Root";

def named_user($at; $name): {UserName: $name, Arn: "arn:\($at.Partition):iam::\($at.Account):user/\($name)"};

def user($at):
  (.requestParameters.userName // .responseElements.user.userName // .userIdentity.userName) as $name
  | if $name == null and by_root then [] else
      named_user($at; $name) + (.responseElements.user | if .arn then {Arn: .arn} else {} end)
    end;

def old_user($at):
  if .requestParameters.newUserName // .requestParameters.newPath then named_user($at; .requestParameters.userName)
  else [] end;

def new_user($at): named_user($at; .requestParameters.newUserName // .requestParameters.userName);

def role($at):
  (.requestParameters.roleName // .responseElements.role.roleName) as $name
  | {RoleName: $name, Arn: (.responseElements.role.arn // "arn:\($at.Partition):iam::\($at.Account):role/\($name)")};

def group($at):
  (.requestParameters.groupName // .responseElements.group.groupName) as $name
  | {GroupName: $name, Arn: (.responseElements.group.arn // "arn:\($at.Partition):iam::\($at.Account):group/\($name)")};

def policy($at):
  (.requestParameters.policyArn // .responseElements.policy.arn) as $arn
  | if $arn // "" | test("^arn:[^:]*:iam::aws:") then [] else {Arn: $arn} end;

def account($at): {};

def root($at): if by_root and .requestParameters.userName == null then {} else [] end;
