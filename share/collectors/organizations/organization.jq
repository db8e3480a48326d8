# The organization is told by its management account alone; members have it as a member of the account's record.
module {
  "ResourceType": "AWS::Organizations::Organization",
  "Service": "organizations",
  "Scope": "global",
  "List": {
    "Operation": "DescribeOrganization", "When": {".MasterAccountId": ["$Account"]},
    "Items": "Organization", "NotConfigured": ["AWSOrganizationsNotInUseException"],
    "Permission": "organizations:DescribeOrganization"
  },
  "Detail": [
    {
      "Operation": "ListRoots", "Token": "NextToken",
      "From": "Roots", "Into": "Roots", "Permission": "organizations:ListRoots"
    },
    {
      "Operation": "DescribeResourcePolicy",
      "From": "ResourcePolicy", "Into": "ResourcePolicy", "NotConfigured": ["ResourcePolicyNotFoundException"],
      "Permission": "organizations:DescribeResourcePolicy"
    },
    {
      "Operation": "ListDelegatedAdministrators", "Token": "NextToken",
      "From": "DelegatedAdministrators", "Into": "DelegatedAdministrators",
      "Permission": "organizations:ListDelegatedAdministrators"
    }
  ],
  "Tags": null
};

def arn($at): .Arn;
