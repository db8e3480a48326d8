module {
  "Title": "EventBridge rule is on and has no target",
  "ResourceType": "AWS::Events::Rule",
  "Severity": 10,
  "Category": "maintenance",
  "OnRequest": true,
  "Reads": [".Configuration.State", {"Path": ".Configuration.Targets", "As": "shape"}],
  "Remediation": "Give it one with aws events put-targets --rule NAME --targets Id=1,Arn=ARN, or aws events delete-rule --name NAME",
  "Source": ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html"]
};
include "check";

def violation:
  .Configuration
  | select(.State | text("State") != "DISABLED")
  | select(.Targets | items("Targets") == [])
  | {Message: "it matches events and does nothing with them", Evidence: {State, Targets: []}};
