module {
  "Title": "Budget tells nobody when it is exceeded",
  "ResourceType": "AWS::Budgets::Budget",
  "Severity": 25,
  "Category": "cost",
  "Reads": [{"Path": ".Configuration.Notifications", "As": "shape"}],
  "Remediation": "aws budgets create-notification --account-id ACCOUNT --budget-name NAME --notification NotificationType=ACTUAL,ComparisonOperator=GREATER_THAN,Threshold=80 --subscribers SubscriptionType=EMAIL,Address=ADDRESS",
  "Source": ["https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-best-practices.html"]
};
include "check";

def violation:
  .Configuration.Notifications | items("Notifications") | select(. == [])
  | {Message: "it has no alert", Evidence: {Notifications: []}};
