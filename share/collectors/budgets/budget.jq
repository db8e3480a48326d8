module {
  "ResourceType": "AWS::Budgets::Budget",
  "Service": "budgets",
  "Scope": "global",
  "List": {
    "Operation": "DescribeBudgets", "Parameters": {"AccountId": "$Account", "MaxResults": 100}, "Token": "NextToken",
    "Items": "Budgets[]", "NotConfigured": ["NotFoundException"], "Permission": "budgets:ViewBudget"
  },
  "Detail": [
    {
      "Operation": "DescribeNotificationsForBudget",
      "Parameters": {"AccountId": "$Account", "BudgetName": ".BudgetName", "MaxResults": 100}, "Token": "NextToken",
      "From": "Notifications", "Into": "Notifications", "Permission": "budgets:ViewBudget"
    },
    {
      "Operation": "ListTagsForResource", "Parameters": {"ResourceARN": "$ARN"},
      "From": "ResourceTags", "Into": "ResourceTags", "Permission": "budgets:ListTagsForResource"
    }
  ],
  "Gone": ["NotFoundException"],
  "Tags": ".ResourceTags"
};

def arn($at): "arn:\($at.Partition):budgets::\($at.Account):budget/\(.BudgetName)";
