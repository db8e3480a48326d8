# Service control policies.  AWS's own, FullAWSAccess, has no tags to ask for.
module {
  "ResourceType": "AWS::Organizations::Policy",
  "Managed": "managed",
  "Service": "organizations",
  "Scope": "global",
  "Parents": {
    "Operation": "DescribeOrganization", "When": {".MasterAccountId": ["$Account"]},
    "Items": "Organization", "NotConfigured": ["AWSOrganizationsNotInUseException"],
    "Permission": "organizations:DescribeOrganization"
  },
  "List": {
    "Operation": "ListPolicies", "Parameters": {"Filter": "SERVICE_CONTROL_POLICY", "MaxResults": 20},
    "Token": "NextToken",
    "Items": "Policies[]", "Permission": "organizations:ListPolicies"
  },
  "Detail": [
    {
      "Operation": "DescribePolicy", "Parameters": {"PolicyId": ".Id"},
      "From": "Policy.Content", "Into": "Content", "Permission": "organizations:DescribePolicy"
    },
    {
      "Operation": "ListTargetsForPolicy", "Parameters": {"PolicyId": ".Id", "MaxResults": 20}, "Token": "NextToken",
      "From": "Targets", "Into": "Targets", "Permission": "organizations:ListTargetsForPolicy"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceId": ".Id"}, "Token": "NextToken",
      "When": {".AwsManaged": [false]},
      "From": "Tags", "Into": "Tags", "Permission": "organizations:ListTagsForResource"
    }
  ],
  "Gone": ["PolicyNotFoundException", "TargetNotFoundException"]
};

def arn($at): .Arn;

# FullAWSAccess is one of AWS itself.
def managed: if .AwsManaged == true then "aws" else null end;
