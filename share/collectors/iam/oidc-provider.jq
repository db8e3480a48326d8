module {
  "ResourceType": "AWS::IAM::OIDCProvider",
  "Service": "iam",
  "Scope": "global",
  "List": {
    "Operation": "ListOpenIDConnectProviders",
    "Items": "OpenIDConnectProviderList[]", "Permission": "iam:ListOpenIDConnectProviders"
  },
  "Detail": [
    {
      "Operation": "GetOpenIDConnectProvider", "Parameters": {"OpenIDConnectProviderArn": ".Arn"},
      "Into": ".", "Permission": "iam:GetOpenIDConnectProvider"
    }
  ],
  "Gone": ["NoSuchEntity"]
};

def arn($at): .Arn;
