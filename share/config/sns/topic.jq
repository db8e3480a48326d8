# Attributes are texts, as SNS gives them.
module {
  "ResourceType": "AWS::SNS::Topic",
  "NotRecorded": [
    ".Configuration.Attributes.SubscriptionsConfirmed", ".Configuration.Attributes.SubscriptionsDeleted",
    ".Configuration.Attributes.SubscriptionsPending"
  ]
};

include "item";

def configuration: {
  TopicArn: (.configuration.TopicArn // .ARN),
  Attributes: (.configuration | with_entries(select(.value != null) | .value |= text)),
  Tags: tag_list
};
