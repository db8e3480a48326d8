# Of a plan, which tells what a key encrypts: encrypted topics and queues that EventBridge, alarms and buckets write to,
# and trails.  The service that writes must be let in by the key policy, or what it sends is lost without a word.
module {
  "Title": "KMS key does not let in the services that write to what it encrypts",
  "ResourceType": "AWS::KMS::Key",
  "Severity": 70,
  "Category": "availability",
  "Reads": [
    ".AccountId", ".Region", ".Related.ByEvents", ".Related.ByAlarms", ".Related.ByBuckets", ".Related.Trails",
    {
      "Path": ".Configuration.Policy",
      "Possible": [{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}, null]
    }
  ],
  "Remediation": "Add to the key policy a statement that allows the service named, as events.amazonaws.com, kms:GenerateDataKey* and kms:Decrypt (CloudTrail kms:GenerateDataKey* and kms:DescribeKey), where aws:SourceAccount is the account: aws kms put-key-policy --key-id KEY --policy file://policy.json.",
  "Source": [
    "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html"
  ],
  "OnRequest": true
};
include "check";
include "service";

# Who writes to what, and under which ARN it does.
def uses($region; $account):
  .Related | object("Related")
  | (.ByEvents | items("ByEvents")[] | {Service: "events", For: ., As: arn_of("events"; $region; $account; "rule/*")}),
    (.ByAlarms | items("ByAlarms")[]
      | {Service: "cloudwatch", For: ., As: arn_of("cloudwatch"; $region; $account; "alarm:*")}),
    (.ByBuckets | items("ByBuckets")[] | {Service: "s3", For: ., As: ($region | partition | "arn:\(.):s3:::*")}),
    (.Trails | items("Trails")[]
      | {Service: "cloudtrail", For: ., As: arn_of("cloudtrail"; $region; $account; "trail/\(.)")});

def needed: "kms:GenerateDataKey", if .Service == "cloudtrail" then "kms:DescribeKey" else "kms:Decrypt" end;

def violation:
  (.Region | text("Region")) as $region
  | (.AccountId | text("AccountId")) as $account
  | .Configuration.Policy as $policy
  | [ uses($region; $account)
      | .Principal = "\(.Service).amazonaws.com"
      | . as $use
      | needed as $action
      | ($policy | lets_in([$use.Principal]; $action; "*"; {
          "aws:sourceaccount": $account,
          "aws:sourcearn": $use.As,
          "kms:encryptioncontext:aws:cloudtrail:arn": (if $use.Service == "cloudtrail" then $use.As else null end)
        })) as $let
      | select($let != true)
      | {Principal: $use.Principal, For: $use.For, Action: $action, Let: $let} ]
  | shut_out(map(.Principal) | unique | join(", "))
  | select(. != [])
  | [ group_by(.Principal)[]
      | {Principal: .[0].Principal, For: (map(.For) | unique), Missing: (map(.Action) | unique)} ]
  | {
      Message: (map("\(.Principal) has no \(.Missing | join(", ")) for \(.For | join(", "))") | join("; ")),
      Evidence: {Services: .}
    };
