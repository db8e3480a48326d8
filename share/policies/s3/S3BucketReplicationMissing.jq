module {
  "Title": "S3 bucket is not replicated",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 25,
  "Category": "availability",
  "Reads": [".Configuration.ReplicationConfiguration.Rules[].Status"],
  "OnRequest": true,
  "Remediation": "Replicate what must survive the loss of a region or of a bucket: aws s3api put-bucket-replication --bucket NAME --replication-configuration file://replication.json. Both buckets need versioning.",
  "Source": ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html"]
};
include "check";

def violation:
  .Configuration.ReplicationConfiguration
  | object("ReplicationConfiguration")
  | [.Rules | items("Rules")[] | .Status | text("Status")]
  | select(any(.[]; . == "Enabled") | not)
  | {Message: "no replication rule is enabled", Evidence: {Rules: length}};
