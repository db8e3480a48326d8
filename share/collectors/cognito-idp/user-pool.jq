module {
  "ResourceType": "AWS::Cognito::UserPool",
  "Service": "cognito-idp",
  "AccountService": "cognito",
  "Scope": "regional",
  "List": {
    "Operation": "ListUserPools", "Parameters": {"MaxResults": 60}, "Token": "NextToken",
    "Items": "UserPools[]", "Permission": "cognito-idp:ListUserPools"
  },
  "Detail": [
    {
      "Operation": "DescribeUserPool", "Parameters": {"UserPoolId": ".Id"},
      "From": "UserPool", "Into": ".", "Permission": "cognito-idp:DescribeUserPool"
    }
  ],
  "Gone": ["ResourceNotFoundException"],
  "Tags": ".UserPoolTags"
};

def arn($at): "arn:\($at.Partition):cognito-idp:\($at.Region):\($at.Account):userpool/\(.Id)";
