# Rule groups for web ACLs of CloudFront distributions: they are asked for in us-east-1 alone.
# https://docs.aws.amazon.com/waf/latest/APIReference/API_ListRuleGroups.html
module {
  "ResourceType": "AWS::WAFv2::RuleGroup",
  "Service": "wafv2",
  "Scope": "global",
  "Home": "us-east-1",
  "List": {
    "Operation": "ListRuleGroups", "Parameters": {"Scope": "CLOUDFRONT", "Limit": 100}, "Token": "NextMarker",
    "Items": "RuleGroups[]", "Permission": "wafv2:ListRuleGroups"
  },
  "Detail": [
    {
      "Operation": "GetRuleGroup", "Parameters": {"Name": ".Name", "Scope": "CLOUDFRONT", "Id": ".Id"},
      "From": "RuleGroup", "Into": ".", "Permission": "wafv2:GetRuleGroup"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceARN": ".ARN", "Limit": 100}, "Token": "NextMarker",
      "From": "TagInfoForResource.TagList", "Into": "Tags", "Permission": "wafv2:ListTagsForResource"
    }
  ],
  "Gone": ["WAFNonexistentItemException"]
};

def arn($at): .ARN;
