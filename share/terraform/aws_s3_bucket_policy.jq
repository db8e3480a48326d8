# Whether a policy makes the bucket public is for AWS to say.
module {
  "PartOf": [{"Type": "aws_s3_bucket", "By": "bucket", "Is": ["bucket", "id"]}]
};
include "known";

def join($part): .Policy = $part.policy | .PolicyStatus = elsewhere;
