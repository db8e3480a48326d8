module {
  "Title": "SNS subscription has not been confirmed: it delivers nothing",
  "ResourceType": "AWS::SNS::Subscription",
  "Severity": 25,
  "Category": "monitoring",
  "Reads": [
    {"Path": ".Configuration.SubscriptionArn", "OneOf": ["PendingConfirmation", "Deleted"]},
    ".Configuration.Protocol",
    {"Path": ".Configuration.Endpoint", "As": "carried"}
  ],
  "Remediation": "Whoever gets its mail must follow the link in the confirmation. Send another with aws sns subscribe --topic-arn ARN --protocol email --notification-endpoint ADDRESS; one that nobody confirms goes by itself after 48 hours.",
  "Source": ["https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html"]
};
include "check";

def violation:
  .Configuration
  | select(.SubscriptionArn | text("SubscriptionArn") | given("SubscriptionArn") == "PendingConfirmation")
  | {Message: "waits for its confirmation", Evidence: {SubscriptionArn, Protocol, Endpoint}};
