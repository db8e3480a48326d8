module {
  "ResourceType": "AWS::IAM::Group",
  "Service": "iam",
  "Scope": "global",
  "List": {
    "Operation": "ListGroups", "Parameters": {"MaxItems": 1000}, "Token": "Marker",
    "Items": "Groups[]", "Permission": "iam:ListGroups"
  },
  "One": {
    "By": ["GroupName"],
    "Call": {
      "Operation": "GetGroup", "Parameters": {"GroupName": "$One.GroupName"},
      "Items": "Group", "Permission": "iam:GetGroup"
    }
  },
  "Detail": [
    {
      "Operation": "GetGroup", "Parameters": {"GroupName": ".GroupName", "MaxItems": 1000}, "Token": "Marker",
      "From": "Users", "Into": "Users", "Permission": "iam:GetGroup"
    },
    {
      "Operation": "ListAttachedGroupPolicies", "Parameters": {"GroupName": ".GroupName"}, "Token": "Marker",
      "From": "AttachedPolicies", "Into": "AttachedPolicies", "Permission": "iam:ListAttachedGroupPolicies"
    },
    {
      "Operation": "ListGroupPolicies", "Parameters": {"GroupName": ".GroupName"}, "Token": "Marker",
      "From": "PolicyNames", "As": "PolicyName", "Into": "Policies", "Permission": "iam:ListGroupPolicies"
    },
    {
      "Each": "Policies[]", "Operation": "GetGroupPolicy",
      "Parameters": {"GroupName": "$Item.GroupName", "PolicyName": ".PolicyName"},
      "From": "PolicyDocument", "Into": "PolicyDocument", "Permission": "iam:GetGroupPolicy"
    }
  ],
  "Gone": ["NoSuchEntity"],
  "Tags": null
};

def arn($at): .Arn;
