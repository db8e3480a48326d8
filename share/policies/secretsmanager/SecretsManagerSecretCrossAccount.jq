# Sharing may well be meant, so this is for who keeps the list TrustedAccounts.
module {
  "Title": "Secrets Manager secret lets another account in",
  "ResourceType": "AWS::SecretsManager::Secret",
  "Severity": 40,
  "Category": "access_control",
  "Reads": [".AccountId", ".Configuration.ResourcePolicy"],
  "Parameters": {"TrustedAccounts": []},
  "OnRequest": true,
  "Remediation": "Take the other account out of the policy if it needs no access any more: aws secretsmanager put-resource-policy --secret-id ARN --resource-policy file://policy.json --block-public-policy. Accounts that are yours, or that you trust, belong in the parameter TrustedAccounts.",
  "Source": ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html"]
};
include "check";
include "document";

def violation($now; $parameters):
  .AccountId as $account
  | ($parameters.TrustedAccounts | items("the parameter TrustedAccounts")) as $trusted
  | [ .Configuration.ResourcePolicy
      | cross_account_statements($account; $trusted)[]
      | foreign_principals($account; $trusted) ]
  | unique
  | select(. != [])
  | if $account == null then error("whose it is, is not known") else . end
  | {Message: "the policy names \(length) principals of other accounts", Evidence: {Principals: .}};
