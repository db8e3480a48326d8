module {
  "Title": "Custom event bus of EventBridge has no resource policy",
  "ResourceType": "AWS::Events::EventBus",
  "Severity": 25,
  "Category": "access_control",
  "Reads": [
    {"Path": ".Configuration.Name", "OneOf": ["default", "aws.partner/"]},
    {"Path": ".Configuration.Policy", "As": "shape"}
  ],
  "Remediation": "Say who may put events and rules: aws events put-permission --event-bus-name NAME --policy file://policy.json",
  "Source": [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/eventbridge-controls.html"
  ]
};
include "check";

def violation:
  .Configuration
  | select(.Name | text("Name") | given("Name") | . != "default" and (startswith("aws.partner/") | not))
  | .Policy | text("Policy") | select(. == null or . == "")
  | {Message: "no policy says who may use it", Evidence: {Policy: .}};
