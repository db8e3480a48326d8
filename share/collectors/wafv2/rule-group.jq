module {
  "ResourceType": "AWS::WAFv2::RuleGroup",
  "Service": "wafv2",
  "Scope": "regional",
  "List": {
    "Operation": "ListRuleGroups", "Parameters": {"Scope": "REGIONAL", "Limit": 100}, "Token": "NextMarker",
    "Items": "RuleGroups[]", "Permission": "wafv2:ListRuleGroups"
  },
  "Detail": [
    {
      "Operation": "GetRuleGroup", "Parameters": {"Name": ".Name", "Scope": "REGIONAL", "Id": ".Id"},
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
