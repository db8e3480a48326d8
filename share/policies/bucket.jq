# What lets everyone into an S3 bucket or access point, after all that blocks it.

# Of a Configuration: flags of the account's block and of its own, of which the stricter counts.
def blocked($name):
  any((.AccountPublicAccessBlockConfiguration, .PublicAccessBlockConfiguration) | .[$name];
    if . == null or type == "boolean" then . == true else error("\($name) is \(type), not true or false") end);

def acl_grants:
  .Acl
  | if . == null then [] elif type == "object" then .Grants else error("Acl is \(type), not an object") end
  | if . == null then [] elif type == "array" then . else error("Grants is \(type), not a list") end;

# ACLs count for nothing where the bucket owns all objects.
def acls_disabled:
  .OwnershipControls
  | if . == null then [] elif type == "object" then .Rules else error("OwnershipControls is \(type), not an object") end
  | if . == null then [] elif type == "array" then . else error("Rules is \(type), not a list") end
  | any(.[]; .ObjectOwnership == "BucketOwnerEnforced");

# The grants to everyone, and to everyone with an AWS account, with these permissions.
def public_grants($permissions):
  [ acl_grants[]
    | (.Grantee.URI | if . == null or type == "string" then . else error("a grantee's URI is \(type)") end) as $uri
    | (.Permission | if type == "string" then . else error("a grant's Permission is \(type)") end) as $permission
    | select(any("global/AllUsers", "global/AuthenticatedUsers"; $uri == "http://acs.amazonaws.com/groups/" + .)
        and any($permissions[]; . == $permission))
    | {URI: $uri, Permission: $permission} ];

# What lets everyone in, {} for nothing.  open: the policy's statements that do.  AWS says of a bucket whether its policy
# is public: where it says no, it is not; where it says yes and our reading finds nothing public at all, we do not know.
def let_in(open; public; $permissions):
  (if acls_disabled or blocked("IgnorePublicAcls") then [] else public_grants($permissions) end) as $grants
  | (.PolicyStatus.IsPublic
    | if . == null or type == "boolean" then . else error("IsPublic is \(type), not true or false") end) as $status
  | (if blocked("RestrictPublicBuckets") or $status == false then []
    else .Policy
      | (open) as $open
      | if $open == [] and $status == true and (public) == [] then
          error("AWS calls the policy public, for a reason that is not understood")
        else $open end
    end) as $statements
  | (if $grants == [] then {} else {Grants: $grants} end)
    + (if $statements == [] then {} else {Statements: $statements} end);
