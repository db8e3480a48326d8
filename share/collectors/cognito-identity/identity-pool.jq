module {
  "ResourceType": "AWS::Cognito::IdentityPool",
  "Service": "cognito-identity",
  "AccountService": "cognito",
  "Scope": "regional",
  "List": {
    "Operation": "ListIdentityPools", "Parameters": {"MaxResults": 60}, "Token": "NextToken",
    "Items": "IdentityPools[]", "Permission": "cognito-identity:ListIdentityPools"
  },
  "Detail": [
    {
      "Operation": "DescribeIdentityPool", "Parameters": {"IdentityPoolId": ".IdentityPoolId"},
      "Into": ".", "Permission": "cognito-identity:DescribeIdentityPool"
    }
  ],
  "Gone": ["ResourceNotFoundException"],
  "Tags": ".IdentityPoolTags"
};

def arn($at): "arn:\($at.Partition):cognito-identity:\($at.Region):\($at.Account):identitypool/\(.IdentityPoolId)";
