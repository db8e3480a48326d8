# Sharing may well be meant, so this is for who keeps the list TrustedAccounts.
module {
  "Title": "Lambda function lets another account in",
  "ResourceType": "AWS::Lambda::Function",
  "Severity": 40,
  "Category": "access_control",
  "Reads": [".AccountId", ".Configuration.Policy"],
  "Parameters": {"TrustedAccounts": []},
  "OnRequest": true,
  "Remediation": "Take the other account out of the policy if it needs no access any more: aws lambda remove-permission --function-name NAME --statement-id ID, then aws lambda add-permission with --source-account or --source-arn. Accounts that are yours, or that you trust, belong in the parameter TrustedAccounts.",
  "Source": [
    "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html"
  ]
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
