module {
  "PartOf": [{"Type": "aws_s3_bucket", "By": "bucket", "Is": ["bucket", "id"]}]
};
include "known";
include "acl";

def grantee:
  {ID: (.id | or_null), DisplayName: (.display_name | or_null), EmailAddress: (.email_address | or_null),
    Type: .type, URI: (.uri | or_null)}
  | with_entries(select(.value != null));

def policy: {
  Owner: (get(.owner) | block({ID: .id, DisplayName: (.display_name | or_null)} | with_entries(select(.value != null)))),
  Grants: (get(.grant) | each({Grantee: (get(.grantee) | block(grantee)), Permission: .permission}))
};

def join($part):
  .Acl = ($part
    | if .access_control_policy != null and .access_control_policy != [] then .access_control_policy | block(policy)
      else .acl | canned_acl end);
