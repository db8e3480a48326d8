# One that nobody has confirmed has the word PendingConfirmation for its ARN; where it would go tells such apart.
module {
  "ResourceType": "AWS::SNS::Subscription",
  "Service": "sns",
  "Scope": "regional",
  "List": {
    "Operation": "ListSubscriptions", "Token": "NextToken",
    "Items": "Subscriptions[]", "Permission": "sns:ListSubscriptions"
  },
  "Tags": null
};

def arn($at):
  if .SubscriptionArn | startswith("arn:") then .SubscriptionArn
  else "\(.TopicArn):\(.SubscriptionArn)/\(.Protocol)/\(.Endpoint)" end;
