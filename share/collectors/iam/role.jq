# ListRoles leaves out when a role was last used, and its tags.
# https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html
module {
  "ResourceType": "AWS::IAM::Role",
  "Managed": "managed",
  "Service": "iam",
  "Scope": "global",
  "List": {
    "Operation": "ListRoles", "Parameters": {"MaxItems": 1000}, "Token": "Marker",
    "Items": "Roles[]", "Permission": "iam:ListRoles"
  },
  "One": {
    "By": ["RoleName"],
    "Call": {
      "Operation": "GetRole", "Parameters": {"RoleName": "$One.RoleName"},
      "Items": "Role", "Apply": "as_listed", "Permission": "iam:GetRole"
    }
  },
  "Detail": [
    {
      "Operation": "GetRole", "Parameters": {"RoleName": ".RoleName"},
      "From": "Role.RoleLastUsed", "Into": "RoleLastUsed", "Permission": "iam:GetRole"
    },
    {
      "Operation": "ListAttachedRolePolicies", "Parameters": {"RoleName": ".RoleName"}, "Token": "Marker",
      "From": "AttachedPolicies", "Into": "AttachedPolicies", "Permission": "iam:ListAttachedRolePolicies"
    },
    {
      "Operation": "ListRolePolicies", "Parameters": {"RoleName": ".RoleName"}, "Token": "Marker",
      "From": "PolicyNames", "As": "PolicyName", "Into": "Policies", "Permission": "iam:ListRolePolicies"
    },
    {
      "Operation": "GetRolePolicy", "Each": "Policies[]",
      "Parameters": {"RoleName": "$Item.RoleName", "PolicyName": ".PolicyName"},
      "From": "PolicyDocument", "Into": "PolicyDocument", "Permission": "iam:GetRolePolicy"
    },
    {
      "Operation": "ListInstanceProfilesForRole", "Parameters": {"RoleName": ".RoleName"}, "Token": "Marker",
      "From": "InstanceProfiles", "Into": "InstanceProfiles", "Permission": "iam:ListInstanceProfilesForRole"
    },
    {
      "Operation": "ListRoleTags", "Parameters": {"RoleName": ".RoleName"}, "Token": "Marker",
      "From": "Tags", "Into": "Tags", "Permission": "iam:ListRoleTags"
    }
  ],
  "Gone": ["NoSuchEntity"]
};

def arn($at): .Arn;

# GetRole tells more than ListRoles does.
def as_listed: del(.PermissionsBoundary, .RoleLastUsed, .Tags);

# A service makes those of the one path for itself, IAM Identity Center those of the other: nobody else can change them.
def managed: if (.Path // "") | startswith("/aws-service-role/") then "service-linked"
  elif (.Path // "") | startswith("/aws-reserved/") then "aws" else null end;
