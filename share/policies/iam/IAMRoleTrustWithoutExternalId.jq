module {
  "Title": "IAM role trusts another account without an external id",
  "ResourceType": "AWS::IAM::Role",
  "Severity": 50,
  "Category": "access_control",
  "Reads": [".AccountId", ".Configuration.AssumeRolePolicyDocument"],
  "Parameters": {"TrustedAccounts": []},
  "OnRequest": true,
  "Remediation": "Ask the other side for an external id and require it: Condition {\"StringEquals\": {\"sts:ExternalId\": \"ID\"}} in the trust policy (aws iam update-assume-role-policy --role-name NAME --policy-document file://trust.json). Accounts of your own need none: they belong in the parameter TrustedAccounts.",
  "Source": [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html"
  ]
};
include "check";
include "document";

# A third party could otherwise be made to use this role by another of its customers.
def guarded: restricts_who
  or any(conditions; .Key == "sts:externalid" and (.Operator | test("^string(equals|like)")) and (.IfExists | not)
    and .Values != [] and all(.Values[]; . != "" and . != "*"));

def violation($now; $parameters):
  .AccountId as $account
  | ($parameters.TrustedAccounts | items("the parameter TrustedAccounts")) as $trusted
  | [ .Configuration.AssumeRolePolicyDocument | given("AssumeRolePolicyDocument")
      | cross_account_statements($account; $trusted)[]
      | select(allows("sts:AssumeRole") and (guarded | not))
      | foreign_principals($account; $trusted) ]
  | unique
  | select(. != [])
  | if $account == null then error("whose role this is, is not known") else . end
  | {Message: "trusted without an external id: \(join(", "))", Evidence: {Principals: .}};
