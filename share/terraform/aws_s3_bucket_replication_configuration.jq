module {
  "PartOf": [{"Type": "aws_s3_bucket", "By": "bucket", "Is": ["bucket", "id"]}]
};
include "known";

def rule: {
  ID: .id, Status: .status, Destination: (.destination | block({Bucket: .bucket, Account: (.account | or_null)}))
};

def join($part): .ReplicationConfiguration = {Role: $part.role, Rules: ($part.rule | each(rule))};
