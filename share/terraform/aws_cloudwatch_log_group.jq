# Kept for ever is 0 in Terraform, and no member in the API.  No trail can have been told of a group that is not made yet,
# but by the same plan.
module {
  "ResourceType": "AWS::Logs::LogGroup",
  "Service": "logs",
  "Name": "name",
  "Related": [{"Type": "aws_cloudtrail", "By": "cloud_watch_logs_group_arn", "Is": ["arn"], "As": "trails"}]
};
include "known";

def arn:
  arn_or("arn:\(.Partition):logs:\(.Region):\(.Account):log-group:\(first_of(.name, .id))") | known(rtrimstr(":*"));

def watch:
  if .Action == "create" and (.trails // []) == [] then {Trails: [], MetricFilters: [], MetricAlarms: []}
  else {Trails: elsewhere, MetricFilters: elsewhere, MetricAlarms: elsewhere} end;

def configuration: {
  logGroupName: first_of(.name, .id),
  retentionInDays: (.retention_in_days | above_zero),
  kmsKeyId: (.kms_key_id | or_null),
  logGroupClass: (.log_group_class | or_null),
  logGroupArn: arn,
  deletionProtectionEnabled: elsewhere,
  Tags: (tags | known(from_entries))
} + watch;

def related: {Trails: [(.trails // [])[] | .name]};
