module {
  "ResourceType": "AWS::SNS::Subscription",
  "Service": "sns",
  "Computed": ["owner_id"],
  "Written": ["endpoint"]
};
include "known";

def arn: arn_or(elsewhere);

def configuration: {
  SubscriptionArn: .arn,
  TopicArn: .topic_arn,
  Protocol: .protocol,
  Endpoint: .endpoint,
  Owner: first_of(.owner_id, .Account)
};
