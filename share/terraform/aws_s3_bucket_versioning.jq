# "Disabled" means that versioning was never set.
module {
  "PartOf": [{"Type": "aws_s3_bucket", "By": "bucket", "Is": ["bucket", "id"]}]
};
include "known";

def join($part):
  ($part | get(.versioning_configuration[0].status)) as $status
  | ($part | get(.versioning_configuration[0].mfa_delete) | or_null) as $mfa
  | .Versioning = if $status == "Disabled" then {}
      else {Status: $status} + if $mfa == null then {} else {MFADelete: $mfa} end end;
