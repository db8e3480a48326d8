# Of a plan, which tells what a key encrypts.  A key policy that is not written lets in its own account and no service.
# AWS's own example of the statement lacks kms:CreateGrant, which the service does not use: Actions can have it.
module {
  "Title": "KMS key of a log group does not let CloudWatch Logs use it",
  "ResourceType": "AWS::KMS::Key",
  "Severity": 90,
  "Category": "availability",
  "Reads": [
    ".AccountId", ".Region", ".Related.LogGroups",
    {
      "Path": ".Configuration.Policy",
      "Possible": [{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}, null]
    }
  ],
  "Parameters": {"Actions": [
    "kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey", "kms:DescribeKey"
  ]},
  "Remediation": "Add to the key policy a statement that allows the service logs.REGION.amazonaws.com kms:Encrypt, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey* and kms:DescribeKey, where ArnLike kms:EncryptionContext:aws:logs:arn is arn:aws:logs:REGION:ACCOUNT:log-group:*: aws kms put-key-policy --key-id KEY --policy file://policy.json.",
  "Source": ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"],
  "OnRequest": true
};
include "check";
include "service";

def violation($now; $parameters):
  (.Region | text("Region")) as $region
  | (.AccountId | text("AccountId")) as $account
  | ["logs.\($region).amazonaws.com", "logs.\($region).amazonaws.com.cn", "logs.amazonaws.com"] as $names
  | .Configuration.Policy as $policy
  | [ .Related | object("Related") | .LogGroups | items("LogGroups")[]
      | . as $group
      | ($parameters.Actions | items("Actions")[]) as $action
      | ($policy | lets_in($names; $action; "*"; {
          "aws:sourceaccount": $account,
          "kms:encryptioncontext:aws:logs:arn": arn_of("logs"; $region; $account; "log-group:\($group)")
        })) as $let
      | select($let != true)
      | {LogGroup: $group, Action: $action, Let: $let} ]
  | shut_out("CloudWatch Logs")
  | select(. != [])
  | {
      Message: "\($names[0]) has no \(map(.Action) | unique | join(", ")) for \(map(.LogGroup) | unique | join(", "))",
      Evidence: {Principal: $names[0], LogGroups: (map(.LogGroup) | unique), Missing: (map(.Action) | unique)}
    };
