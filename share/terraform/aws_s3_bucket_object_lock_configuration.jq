module {
  "PartOf": [{"Type": "aws_s3_bucket", "By": "bucket", "Is": ["bucket", "id"]}]
};
include "known";

def rule: {DefaultRetention: (.default_retention | block(
  {Mode: .mode, Days: (.days | above_zero), Years: (.years | above_zero)} | with_entries(select(.value != null))))};

def join($part): .ObjectLockConfiguration = {ObjectLockEnabled: $part.object_lock_enabled, Rule: ($part.rule | block(rule))};
