# GetLoginProfile says NoSuchEntity for a user who has no password; all other calls say it for a user who is gone.
module {
  "ResourceType": "AWS::IAM::User",
  "Service": "iam",
  "Scope": "global",
  "List": {
    "Operation": "ListUsers", "Parameters": {"MaxItems": 1000}, "Token": "Marker",
    "Items": "Users[]", "Permission": "iam:ListUsers"
  },
  "One": {
    "By": ["UserName"],
    "Call": {
      "Operation": "GetUser", "Parameters": {"UserName": "$One.UserName"},
      "Items": "User", "Apply": "as_listed", "Permission": "iam:GetUser"
    }
  },
  "Detail": [
    {
      "Operation": "GetLoginProfile", "Parameters": {"UserName": ".UserName"},
      "From": "LoginProfile", "Into": "LoginProfile",
      "NotConfigured": ["NoSuchEntity"], "Permission": "iam:GetLoginProfile"
    },
    {
      "Operation": "ListMFADevices", "Parameters": {"UserName": ".UserName"}, "Token": "Marker",
      "From": "MFADevices", "Into": "MFADevices", "Permission": "iam:ListMFADevices"
    },
    {
      "Operation": "ListAccessKeys", "Parameters": {"UserName": ".UserName"}, "Token": "Marker",
      "From": "AccessKeyMetadata", "Into": "AccessKeys", "Permission": "iam:ListAccessKeys"
    },
    {
      "Operation": "GetAccessKeyLastUsed", "Each": "AccessKeys[]", "Parameters": {"AccessKeyId": ".AccessKeyId"},
      "From": "AccessKeyLastUsed", "Into": "LastUsed", "Permission": "iam:GetAccessKeyLastUsed"
    },
    {
      "Operation": "ListAttachedUserPolicies", "Parameters": {"UserName": ".UserName"}, "Token": "Marker",
      "From": "AttachedPolicies", "Into": "AttachedPolicies", "Permission": "iam:ListAttachedUserPolicies"
    },
    {
      "Operation": "ListUserPolicies", "Parameters": {"UserName": ".UserName"}, "Token": "Marker",
      "From": "PolicyNames", "As": "PolicyName", "Into": "Policies", "Permission": "iam:ListUserPolicies"
    },
    {
      "Operation": "GetUserPolicy", "Each": "Policies[]",
      "Parameters": {"UserName": "$Item.UserName", "PolicyName": ".PolicyName"},
      "From": "PolicyDocument", "Into": "PolicyDocument", "Permission": "iam:GetUserPolicy"
    },
    {
      "Operation": "ListGroupsForUser", "Parameters": {"UserName": ".UserName"}, "Token": "Marker",
      "From": "Groups", "Into": "Groups", "Permission": "iam:ListGroupsForUser"
    },
    {
      "Operation": "ListUserTags", "Parameters": {"UserName": ".UserName"}, "Token": "Marker",
      "From": "Tags", "Into": "Tags", "Permission": "iam:ListUserTags"
    }
  ],
  "Gone": ["NoSuchEntity"]
};

def arn($at): .Arn;

# GetUser tells more than ListUsers does.
def as_listed: del(.PermissionsBoundary, .Tags);
