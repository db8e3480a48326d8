# Sharing may well be meant, so this is for who keeps the list TrustedAccounts.
module {
  "Title": "S3 bucket lets another account in",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 40,
  "Category": "access_control",
  "Reads": [".AccountId", ".Configuration.Policy"],
  "Parameters": {"TrustedAccounts": []},
  "OnRequest": true,
  "Remediation": "Take the other account out of the bucket policy (aws s3api put-bucket-policy --bucket NAME --policy file://policy.json) if it needs no access any more. Accounts that are yours, or that you trust, belong in the parameter TrustedAccounts.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-cross-account-resource-access.html"
  ]
};
include "check";
include "document";

def violation($now; $parameters):
  .AccountId as $account
  | ($parameters.TrustedAccounts | items("the parameter TrustedAccounts")) as $trusted
  | [.Configuration.Policy | cross_account_statements($account; $trusted)[] | foreign_principals($account; $trusted)]
  | unique
  | select(. != [])
  | if $account == null then error("whose bucket this is, is not known") else . end
  | {Message: "the bucket policy names \(length) principals of other accounts", Evidence: {Principals: .}};
