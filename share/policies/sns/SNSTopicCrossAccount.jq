# Sharing may well be meant, so this is for who keeps the list TrustedAccounts.
module {
  "Title": "SNS topic lets another account in",
  "ResourceType": "AWS::SNS::Topic",
  "Severity": 40,
  "Category": "access_control",
  "Reads": [".AccountId", ".Configuration.Attributes.Policy"],
  "Parameters": {"TrustedAccounts": []},
  "OnRequest": true,
  "Remediation": "Take the other account out of the policy if it needs no access any more: aws sns set-topic-attributes --topic-arn ARN --attribute-name Policy --attribute-value file://policy.json. Accounts that are yours, or that you trust, belong in the parameter TrustedAccounts.",
  "Source": [
    "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html"
  ]
};
include "check";
include "document";

def violation($now; $parameters):
  .AccountId as $account
  | ($parameters.TrustedAccounts | items("the parameter TrustedAccounts")) as $trusted
  | [ .Configuration.Attributes.Policy
      | cross_account_statements($account; $trusted)[]
      | foreign_principals($account; $trusted) ]
  | unique
  | select(. != [])
  | if $account == null then error("whose it is, is not known") else . end
  | {Message: "the policy names \(length) principals of other accounts", Evidence: {Principals: .}};
