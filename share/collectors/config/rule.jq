module {
  "ResourceType": "AWS::Config::ConfigRule",
  "Service": "config",
  "Scope": "regional",
  "List": {
    "Operation": "DescribeConfigRules", "Token": "NextToken",
    "Items": "ConfigRules[]", "Permission": "config:DescribeConfigRules"
  },
  "Detail": [
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceArn": ".ConfigRuleArn", "Limit": 50},
      "Token": "NextToken",
      "From": "Tags", "Into": "Tags", "Permission": "config:ListTagsForResource"
    }
  ],
  "Gone": ["ResourceNotFoundException"]
};

def arn($at): .ConfigRuleArn;
