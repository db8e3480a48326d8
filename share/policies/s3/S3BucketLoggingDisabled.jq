# Where logs go to may not be known yet, though that they go somewhere is: then the prefix is known.
module {
  "Title": "S3 bucket does not log who accesses it",
  "ResourceType": "AWS::S3::Bucket",
  "Severity": 50,
  "Category": "logging",
  "Reads": [
    {"Path": ".Configuration.Logging.LoggingEnabled.TargetPrefix", "As": "carried"},
    {"Path": ".Configuration.Logging.LoggingEnabled.TargetBucket", "Possible": ["logs"]},
    {"Path": ".Configuration.Policy", "Possible": ["{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"logging.s3.amazonaws.com\"}, \"Action\": \"s3:PutObject\", \"Resource\": \"arn:aws:s3:::orders/*\"}]}", null]},
    {"Path": ".Configuration.Acl.Grants", "Possible": [[{"Grantee": {"URI": "http://acs.amazonaws.com/groups/s3/LogDelivery"}, "Permission": "WRITE"}], []]}
  ],
  "Remediation": "Turn server access logging on, into a bucket made for logs: aws s3api put-bucket-logging --bucket NAME --bucket-logging-status '{\"LoggingEnabled\": {\"TargetBucket\": \"LOGS\", \"TargetPrefix\": \"NAME/\"}}'. The log bucket's policy must let logging.s3.amazonaws.com write.",
  "Source": [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html"
  ]
};
include "check";
include "document";
include "bucket";
include "logbucket";

# A bucket that takes such logs would log its own logs, without end.
def violation:
  .Configuration
  | (.Logging | object("Logging") | .LoggingEnabled | object("LoggingEnabled") | .TargetBucket | text("TargetBucket"))
    as $target
  | select(($target == null or $target == "") and (takes_logs | not))
  | {Message: "server access logging is off", Evidence: {TargetBucket: null}};
