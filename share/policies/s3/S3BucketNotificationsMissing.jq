# EventBridgeConfiguration is an empty object where it is on.
module {
  "Title": "S3 bucket tells nobody of changes",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 50,
  "Category": "monitoring",
  "Reads": [
    {"Path": ".Configuration.Notification.TopicConfigurations", "As": "shape"},
    {"Path": ".Configuration.Notification.QueueConfigurations", "As": "shape"},
    {"Path": ".Configuration.Notification.LambdaFunctionConfigurations", "As": "shape"},
    {"Path": ".Configuration.Notification.EventBridgeConfiguration", "As": "shape"}
  ],
  "OnRequest": true,
  "Remediation": "Let the bucket send its events where somebody looks at them, to EventBridge for instance: aws s3api put-bucket-notification-configuration --bucket NAME --notification-configuration '{\"EventBridgeConfiguration\": {}}'.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
  ]
};
include "check";

def violation:
  .Configuration.Notification
  | object("Notification")
  | select(
      all(("TopicConfigurations", "QueueConfigurations", "LambdaFunctionConfigurations") as $list
        | .[$list] | items($list); . == [])
      and (.EventBridgeConfiguration | object("EventBridgeConfiguration") == null))
  | {Message: "no event notification is configured", Evidence: {Notification: null}};
