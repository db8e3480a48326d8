# Of a plan, which tells whose access logs are to be written here.  S3 writes them if the bucket's policy lets its log
# delivery in, or if the ACL grants to its group; where neither does, it stays silent and the logs are lost.
module {
  "Title": "S3 bucket does not let in the access logs that are sent to it",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 20,
  "Category": "logging",
  "Reads": [
    ".AccountId", ".Region", ".Configuration.Name",
    ".Related.LogSources[].Address", ".Related.LogSources[].TargetPrefix",
    ".Configuration.Acl.Grants[].Permission", ".Configuration.Acl.Grants[].Grantee.URI",
    {
      "Path": ".Configuration.Policy",
      "Possible": [{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}, null]
    }
  ],
  "Remediation": "Add to the bucket's policy a statement that allows the service logging.s3.amazonaws.com s3:PutObject on arn:aws:s3:::BUCKET/PREFIX*, where aws:SourceAccount is the account: aws s3api put-bucket-policy --bucket BUCKET --policy file://policy.json.",
  "Source": ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html"],
  "OnRequest": true
};
include "check";
include "service";

def granted:
  .Configuration.Acl | object("Acl") // {} | .Grants | items("Grants")
  | any(.[]; (.Grantee.URI // "" | endswith("/groups/s3/LogDelivery"))
      and (.Permission == "WRITE" or .Permission == "FULL_CONTROL"));

def violation:
  (.Region | text("Region") | partition) as $partition
  | (.AccountId | text("AccountId")) as $account
  | .Configuration.Policy as $policy
  | .Configuration.Name as $bucket
  | granted as $granted
  | [ .Related | object("Related") | .LogSources | items("LogSources")[]
      | ($bucket | text("Name") | given("Name")) as $name
      | "arn:\($partition):s3:::\($name)/\(.TargetPrefix | text("TargetPrefix") // "")*" as $place
      | .Let = if $granted then true else $policy | lets_in(["logging.s3.amazonaws.com"]; "s3:PutObject"; $place; {
          "aws:sourceaccount": $account, "aws:sourcearn": "arn:\($partition):s3:::*",
          "aws:securetransport": "true", "aws:principalisawsservice": "true"
        }) end
      | select(.Let != true) ]
  | shut_out("logging.s3.amazonaws.com")
  | select(. != [])
  | map({Address, TargetPrefix})
  | {
      Message: "logging.s3.amazonaws.com may not write what \(map(.Address) | join(", ")) sends here",
      Evidence: {LogSources: .}
    };
