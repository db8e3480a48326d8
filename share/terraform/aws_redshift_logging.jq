module {
  "PartOf": [{"Type": "aws_redshift_cluster", "By": "cluster_identifier", "Is": ["cluster_identifier", "id"]}]
};
include "known";

def join($part): .Logging = {LoggingEnabled: true, BucketName: ($part.bucket_name | or_null)};
