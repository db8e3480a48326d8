module {
  "ResourceType": "AWS::NetworkFirewall::RuleGroup",
  "Service": "network-firewall",
  "AccountService": "networkfirewall",
  "Scope": "regional",
  "List": {
    "Operation": "ListRuleGroups", "Parameters": {"Scope": "ACCOUNT", "MaxResults": 100}, "Token": "NextToken",
    "Items": "RuleGroups[]", "Permission": "network-firewall:ListRuleGroups"
  },
  "Detail": [
    {
      "Operation": "DescribeRuleGroup", "Parameters": {"RuleGroupArn": ".Arn"},
      "Into": ".", "Permission": "network-firewall:DescribeRuleGroup"
    }
  ],
  "Gone": ["ResourceNotFoundException"],
  "Tags": ".RuleGroupResponse.Tags"
};

def arn($at): .Arn;
