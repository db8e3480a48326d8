module {
  "ResourceType": "AWS::IAM::SAMLProvider",
  "Service": "iam",
  "Scope": "global",
  "List": {
    "Operation": "ListSAMLProviders",
    "Items": "SAMLProviderList[]", "Permission": "iam:ListSAMLProviders"
  },
  "Detail": [
    {
      "Operation": "GetSAMLProvider", "Parameters": {"SAMLProviderArn": ".Arn"},
      "Into": ".", "Permission": "iam:GetSAMLProvider"
    }
  ],
  "Gone": ["NoSuchEntity"]
};

def arn($at): .Arn;
