# Where Security Hub is not enabled DescribeHub says InvalidAccessException: the account is not subscribed to it.
# https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DescribeHub.html
module {
  "ResourceType": "AWS::SecurityHub::Hub",
  "Service": "securityhub",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeHub",
    "Items": ".", "NotConfigured": ["InvalidAccessException", "ResourceNotFoundException"],
    "Permission": "securityhub:DescribeHub"
  },
  "Once": [
    {
      "Operation": "GetEnabledStandards", "Parameters": {"MaxResults": 100}, "Token": "NextToken",
      "From": "StandardsSubscriptions", "Into": "EnabledStandards", "Permission": "securityhub:GetEnabledStandards"
    }
  ],
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceArn": ".HubArn"},
      "From": "Tags", "Into": "Tags", "Permission": "securityhub:ListTagsForResource"
    }
  ]
};

def arn($at): .HubArn;
