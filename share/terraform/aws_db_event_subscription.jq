module {
  "ResourceType": "AWS::RDS::EventSubscription",
  "Service": "rds",
  "Computed": ["customer_aws_id"]
};
include "known";

def arn: arn_or("arn:\(.Partition):rds:\(.Region):\(.Account):es:\(first_of(.name, .id))");

def configuration: {
  CustSubscriptionId: first_of(.name, .id),
  EventSubscriptionArn: arn,
  SnsTopicArn: .sns_topic,
  Status: "active",
  SourceType: (.source_type | or_null),
  SourceIdsList: (.source_ids | each(.)),
  EventCategoriesList: (.event_categories | each(.)),
  Enabled: .enabled,
  Tags: tags
};
