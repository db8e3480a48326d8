module {
  "PartOf": [{"Type": "aws_s3_bucket", "By": "bucket", "Is": ["bucket", "id"]}]
};

def join($part):
  .Logging = {LoggingEnabled: ($part | {TargetBucket: .target_bucket, TargetPrefix: .target_prefix})};
