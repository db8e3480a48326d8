# A bucket's canned ACL stands for grants, of which one is the owner's, whose id Terraform does not tell.
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
include "known";

def owner: "terraform:owner";

def group($name; $permission):
  {Grantee: {Type: "Group", URI: "http://acs.amazonaws.com/groups/\($name)"}, Permission: $permission};

def canned:
  [{Grantee: {Type: "CanonicalUser", ID: owner}, Permission: "FULL_CONTROL"}]
  + if . == "private" then []
    elif . == "public-read" then [group("global/AllUsers"; "READ")]
    elif . == "public-read-write" then [group("global/AllUsers"; "READ"), group("global/AllUsers"; "WRITE")]
    elif . == "authenticated-read" then [group("global/AuthenticatedUsers"; "READ")]
    elif . == "log-delivery-write" then [group("s3/LogDelivery"; "WRITE"), group("s3/LogDelivery"; "READ_ACP")]
    else [{Grantee: elsewhere, Permission: elsewhere}] end;

def canned_acl: {Owner: {ID: owner}, Grants: known(canned)};
