module {
  "Title": "EventBridge event bus is open to everyone",
  "ResourceType": "AWS::Events::EventBus",
  "Severity": 75,
  "Category": "access_control",
  "Reads": [".Configuration.Policy"],
  "Remediation": "Name the accounts or services that need it in place of \"*\", or tie everyone down by a condition such as aws:SourceAccount or aws:PrincipalOrgID: aws events remove-permission --event-bus-name NAME --statement-id ID, then aws events put-permission --event-bus-name NAME --policy file://policy.json.",
  "Source": ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html"]
};
include "document";

def violation:
  .Configuration.Policy
  | public_statements
  | select(. != [])
  | {Message: "\(length) statements of the policy let everyone in", Evidence: {Statements: .}};
