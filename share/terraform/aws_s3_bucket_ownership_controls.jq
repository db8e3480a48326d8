module {
  "PartOf": [{"Type": "aws_s3_bucket", "By": "bucket", "Is": ["bucket", "id"]}]
};
include "known";

def join($part):
  .OwnershipControls = {Rules: ($part.rule | each({ObjectOwnership: .object_ownership}))};
