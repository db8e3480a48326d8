# A bucket's name is taken for the whole world: with the account's id in it nobody else is likely to have it.
module {
  "Title": "S3 bucket's name does not have the account's id in it",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 40,
  "Category": "maintenance",
  "Reads": [".AccountId", ".Configuration.Name"],
  "Remediation": "Name the bucket NAME-SUFFIX-ACCOUNT, with the id from data.aws_caller_identity; a bucket cannot be renamed: make the new one (aws s3api create-bucket --bucket NAME), and copy (aws s3 sync).",
  "Source": ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"],
  "OnRequest": true
};
include "check";

def violation:
  (.AccountId | text("AccountId") | given("AccountId")) as $account
  | .Configuration.Name | text("Name") | given("Name")
  | select(split($account) | length < 2)
  | {Message: "the name \(.) is not \($account)'s alone", Evidence: {Name: .}};
