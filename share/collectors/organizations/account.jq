# Only the management account, and whom it delegates that to, may list the accounts: in other accounts there is nothing
# to ask for, and nothing is asked.
module {
  "ResourceType": "AWS::Organizations::Account",
  "Service": "organizations",
  "Scope": "global",
  "Parents": {
    "Operation": "DescribeOrganization", "When": {".MasterAccountId": ["$Account"]},
    "Items": "Organization", "NotConfigured": ["AWSOrganizationsNotInUseException"],
    "Permission": "organizations:DescribeOrganization"
  },
  "List": {
    "Operation": "ListAccounts", "Parameters": {"MaxResults": 20}, "Token": "NextToken",
    "Items": "Accounts[]", "Permission": "organizations:ListAccounts"
  },
  "Detail": [
    {
      "Operation": "ListParents", "Parameters": {"ChildId": ".Id"}, "Token": "NextToken",
      "From": "Parents", "Into": "Parents", "Permission": "organizations:ListParents"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceId": ".Id"}, "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "organizations:ListTagsForResource"
    }
  ],
  "Gone": ["ChildNotFoundException", "TargetNotFoundException"]
};

def arn($at): .Arn;
