module {
  "ResourceType": "AWS::IAM::InstanceProfile",
  "Service": "iam",
  "Scope": "global",
  "List": {
    "Operation": "ListInstanceProfiles", "Parameters": {"MaxItems": 1000}, "Token": "Marker",
    "Items": "InstanceProfiles[]", "Permission": "iam:ListInstanceProfiles"
  },
  "Detail": [
    {
      "Operation": "ListInstanceProfileTags", "Parameters": {"InstanceProfileName": ".InstanceProfileName"},
      "Token": "Marker",
      "From": "Tags", "Into": "Tags", "Permission": "iam:ListInstanceProfileTags"
    }
  ],
  "Gone": ["NoSuchEntity"]
};

def arn($at): .Arn;
