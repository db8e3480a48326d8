# Sharing may well be meant, so this is for who keeps the list TrustedAccounts.
module {
  "Title": "EventBridge event bus lets another account in",
  "ResourceType": "AWS::Events::EventBus",
  "Severity": 40,
  "Category": "access_control",
  "Reads": [".AccountId", ".Configuration.Policy"],
  "Parameters": {"TrustedAccounts": []},
  "OnRequest": true,
  "Remediation": "Take the other account out of the policy if it needs no access any more: aws events remove-permission --event-bus-name NAME --statement-id ID, then aws events put-permission --event-bus-name NAME --policy file://policy.json. Accounts that are yours, or that you trust, belong in the parameter TrustedAccounts.",
  "Source": ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html"]
};
include "check";
include "document";

def violation($now; $parameters):
  .AccountId as $account
  | ($parameters.TrustedAccounts | items("the parameter TrustedAccounts")) as $trusted
  | [ .Configuration.Policy
      | cross_account_statements($account; $trusted)[]
      | foreign_principals($account; $trusted) ]
  | unique
  | select(. != [])
  | if $account == null then error("whose it is, is not known") else . end
  | {Message: "the policy names \(length) principals of other accounts", Evidence: {Principals: .}};
