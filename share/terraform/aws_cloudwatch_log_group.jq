# Kept for ever is 0 in Terraform, and no member in the API.
module {
  "ResourceType": "AWS::Logs::LogGroup",
  "Service": "logs",
  "Name": "name"
};
include "known";

def arn:
  arn_or("arn:\(.Partition):logs:\(.Region):\(.Account):log-group:\(first_of(.name, .id))") | known(rtrimstr(":*"));

def configuration: {
  logGroupName: first_of(.name, .id),
  retentionInDays: (.retention_in_days | above_zero),
  kmsKeyId: (.kms_key_id | or_null),
  logGroupClass: (.log_group_class | or_null),
  logGroupArn: arn,
  deletionProtectionEnabled: elsewhere,
  Tags: (tags | known(from_entries))
};
