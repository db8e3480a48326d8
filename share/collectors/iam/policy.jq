# Customer-managed policies, with the version in force and whom it is attached to.
# One list of attachments has three kinds of entries; asked for by kind, each is a list that can be paged.
module {
  "ResourceType": "AWS::IAM::ManagedPolicy",
  "Service": "iam",
  "Scope": "global",
  "List": {
    "Operation": "ListPolicies", "Parameters": {"Scope": "Local", "MaxItems": 1000}, "Token": "Marker",
    "Items": "Policies[]", "Permission": "iam:ListPolicies"
  },
  "One": {
    "By": ["Arn"],
    "Call": {
      "Operation": "GetPolicy", "Parameters": {"PolicyArn": "$One.Arn"},
      "Items": "Policy", "Apply": "as_listed", "Permission": "iam:GetPolicy"
    }
  },
  "Detail": [
    {
      "Operation": "GetPolicyVersion", "Parameters": {"PolicyArn": ".Arn", "VersionId": ".DefaultVersionId"},
      "From": "PolicyVersion", "Into": "PolicyVersion", "Permission": "iam:GetPolicyVersion"
    },
    {
      "Operation": "ListEntitiesForPolicy", "Parameters": {"PolicyArn": ".Arn", "EntityFilter": "Group"}, "Token": "Marker",
      "From": "PolicyGroups", "Into": "PolicyGroups", "Permission": "iam:ListEntitiesForPolicy"
    },
    {
      "Operation": "ListEntitiesForPolicy", "Parameters": {"PolicyArn": ".Arn", "EntityFilter": "User"}, "Token": "Marker",
      "From": "PolicyUsers", "Into": "PolicyUsers", "Permission": "iam:ListEntitiesForPolicy"
    },
    {
      "Operation": "ListEntitiesForPolicy", "Parameters": {"PolicyArn": ".Arn", "EntityFilter": "Role"}, "Token": "Marker",
      "From": "PolicyRoles", "Into": "PolicyRoles", "Permission": "iam:ListEntitiesForPolicy"
    },
    {
      "Operation": "ListPolicyTags", "Parameters": {"PolicyArn": ".Arn"}, "Token": "Marker",
      "From": "Tags", "Into": "Tags", "Permission": "iam:ListPolicyTags"
    }
  ],
  "Gone": ["NoSuchEntity"]
};

def arn($at): .Arn;

# GetPolicy tells more than ListPolicies does.
def as_listed: del(.Description, .Tags);
