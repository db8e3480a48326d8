# A canned ACL stands for grants; the owner's id is not in it.
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
module {
  "PartOf": [{"Type": "aws_s3_bucket", "By": "bucket", "Is": ["bucket", "id"]}]
};
include "known";

def group($name; $permission):
  {Grantee: {Type: "Group", URI: "http://acs.amazonaws.com/groups/\($name)"}, Permission: $permission};

def canned:
  [{Grantee: {Type: "CanonicalUser", ID: elsewhere}, Permission: "FULL_CONTROL"}]
  + if . == "private" then []
    elif . == "public-read" then [group("global/AllUsers"; "READ")]
    elif . == "public-read-write" then [group("global/AllUsers"; "READ"), group("global/AllUsers"; "WRITE")]
    elif . == "authenticated-read" then [group("global/AuthenticatedUsers"; "READ")]
    elif . == "log-delivery-write" then [group("s3/LogDelivery"; "WRITE"), group("s3/LogDelivery"; "READ_ACP")]
    else [{Grantee: elsewhere, Permission: elsewhere}] end;

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
      else {Owner: elsewhere, Grants: (.acl | known(canned))} end);
