# Reading policy documents of IAM and of resources: who a document lets in, and to what.  What is not understood is an
# error.  "Public" is what Amazon S3 calls so: everyone is let in, and no condition ties them to a fixed account,
# organization, network or resource.  Three things are told more exactly than S3 does: an ARN is fixed when its account
# is, a key that may be missing ties nobody, and a Deny takes away what it surely covers.
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html

# A document as an object: AWS gives some as text.  null, where there is none.
def document:
  if . == "" then null
  elif type == "string" then (try fromjson catch error("the policy is not JSON")) // error("the policy is \(.)")
  else . end
  | if . == null or type == "object" then . else error("the policy is \(type), not an object") end;

# Text or a list of texts: the texts.
def texts($what):
  if type == "string" then .
  elif type == "array" and all(.[]; type == "string") then .[]
  else error("\($what) is neither text nor a list of texts") end;

# One of a statement's elements in its two forms, of which at most one may be there.
def element($name; $needed):
  if has($name) and has("Not" + $name) then error("a statement has both \($name) and Not\($name)")
  elif $needed and (has($name) or has("Not" + $name) | not) then error("a statement has no \($name)")
  else . end;

# Of a document: its statements, one by one.
def statements:
  document
  | select(. != null)
  | .Statement
  | if type == "array" then .[] elif type == "object" then . else error("Statement is \(type)") end
  | if type != "object" then error("a statement is \(type), not an object") else . end
  | (keys - ["Action", "Condition", "Effect", "NotAction", "NotPrincipal", "NotResource", "Principal", "Resource", "Sid"])
    as $strange
  | if $strange != [] then error("a statement has \($strange[0])") else . end
  | if .Effect != "Allow" and .Effect != "Deny" then error("Effect is \(.Effect | tojson)") else . end
  | element("Action"; true) | element("Resource"; false) | element("Principal"; false)
  | if (.Condition | type) == "object" or (has("Condition") | not) then . else error("Condition is no object") end;

def allowing: select(.Effect == "Allow");

# A pattern of "*" and "?" as a regular expression.
def expression:
  [ explode[]
    | if . == 42 then ".*" elif . == 63 then "[^*]"
      elif . < 48 or (57 < . and . < 65) or (90 < . and . < 97) or (122 < . and . < 128) then "\\" + ([.] | implode)
      else [.] | implode end
  ] | "^" + add + "$";

# Of a text that may itself be a pattern: does $pattern cover all that it can be?  false, where that is not sure.
def covered_by($pattern):
  if . == $pattern or $pattern == "*" then true
  elif $pattern | contains("${") or (contains("*") or contains("?") | not) then false
  else test($pattern | expression) end;

def wild: contains("*") or contains("?");

# Of a statement: does its Action or NotAction surely cover this action, and its Resource or NotResource this resource?
# Either may be a pattern; actions are the same in lower and upper case.
def covers_action($action):
  ($action | ascii_downcase) as $text
  | if has("Action") then any(.Action | texts("Action"); ascii_downcase as $pattern | $text | covered_by($pattern))
    else ($text | wild | not)
      and all(.NotAction | texts("NotAction"); ascii_downcase as $pattern | $text | covered_by($pattern) | not) end;

def covers_resource($resource):
  if has("Resource") then any(.Resource | texts("Resource"); . as $pattern | $resource | covered_by($pattern))
  elif has("NotResource") then ($resource | wild | not)
    and all(.NotResource | texts("NotResource"); . as $pattern | $resource | covered_by($pattern) | not)
  else true end;

# Of a statement: does it speak of this one action, written out?  Of all that it speaks of: actions and resources.
def allows($action): covers_action($action);
def actions: if has("Action") then .Action | texts("Action") else "*" end;
def resources: if has("Resource") then .Resource | texts("Resource") else "*" end;

# Of a statement: whom it names, one by one, as {Kind, Id, Account}.  Account is "*" for everyone, and null where it is not
# told: a canonical user, an AWS service, an identity provider of the web's, a user or role that is deleted.
def named_principals($element):
  if has($element) | not then empty
  elif .[$element] == "*" then {Kind: "AWS", Id: "*", Account: "*"}
  elif .[$element] | type != "object" then error("\($element) is \(.[$element] | tojson)")
  else .[$element] | to_entries[]
    | .key as $kind
    | if $kind == "AWS" or $kind == "Service" or $kind == "Federated" or $kind == "CanonicalUser" then .value
      else error("a principal is of kind \($kind)") end
    | texts($kind)
    | {Kind: $kind, Id: ., Account: (
        if . == "*" then "*"
        elif startswith("arn:") then (split(":")[4] // error("a principal is \(.)")) | if wild then "*" else . end
        elif $kind != "AWS" then null
        elif test("^[0-9]{12}$") then .
        elif test("^A[A-Z0-9]{15,}$") then null
        else error("a principal is \(.)") end)}
  end;
def principals: named_principals("Principal");

# Of a statement: does it speak of everyone?  An Allow with NotPrincipal lets all others in; a Deny with it keeps all
# others out, so it is as good as one of everyone if those it names are fixed.
def everyone:
  if has("NotPrincipal") then all(named_principals("NotPrincipal"); .Account != "*")
  else any(principals; .Account == "*") end;

# Of a statement: its conditions, one by one, as {Operator, Set, IfExists, Key, Values}, in lower case but for the values.
def conditions:
  .Condition // {}
  | to_entries[]
  | (.key | ascii_downcase | split(":")) as $words
  | (if $words | length == 1 then "" else $words[0] end) as $set
  | ($words[-1] | rtrimstr("ifexists")) as $operator
  | if ($set | . == "" or . == "foranyvalue" or . == "forallvalues")
      and ($operator | . == "null" or . == "bool" or . == "binaryequals"
        or test("^(string(not)?(equals|like|equalsignorecase)|arn(not)?(equals|like)|(not)?ipaddress"
          + "|(numeric|date)((not)?equals|(less|greater)than(equals)?))$"))
    then . else error("a condition has the operator \(.key)") end
  | if .value | type == "object" then .value | to_entries[] else error("a condition is \(.value | type)") end
  | {
      Operator: $operator, Set: $set, IfExists: ($words[-1] != $operator), Key: (.key | ascii_downcase),
      Values: [.value | if type == "array" then .[] else . end
        | if type == "string" then . elif type == "boolean" or type == "number" then tojson
          else error("a condition's value is \(type)") end]
    };

# A range of addresses is fixed unless it is very broad: S3 takes /8 for the broadest of IPv4, /32 of IPv6.
def narrow:
  if test("^[0-9.]+(/[0-9]+)?$") then (split("/")[1] // "32" | tonumber) >= 8
  elif test("^[0-9a-fA-F:.]+(/[0-9]+)?$") then (split("/")[1] // "128" | tonumber) >= 32
  elif . == "*" then false
  else error("a range of addresses is \(.)") end;

# An ARN is fixed when its account is.  One without account names its resource, S3's in the part before the first "/".
def fixed_arn:
  split(":")
  | length >= 6 and .[0] == "arn"
    and if .[4] != "" then .[4] | wild | not
      elif .[2] == "s3" then .[5] | split("/")[0] | . != "" and (wild | not)
      else .[5:] | join(":") | . != "" and (wild | not) end;

# A condition's value is fixed when it can mean one party only.
def fixed($key):
  if . == "" or contains("${") then false
  elif $key == "aws:sourceip" then narrow
  elif $key == "aws:principalarn" or $key == "aws:sourcearn" or $key == "s3:dataaccesspointarn"
    or $key == "elasticfilesystem:accesspointarn" then fixed_arn
  elif $key == "aws:principalorgpaths" or $key == "aws:sourceorgpaths" then test("^o-[a-z0-9]+/")
  elif $key == "aws:userid" then test("^[A-Z0-9]{12,}(:.*)?$")
  else wild | not end;

# Keys that tell who asks, or from where.  kms:ViaService, lambda:FunctionUrlAuthType, sts:ExternalId and
# aws:ResourceAccount tell neither.
def tells_who:
  . == "aws:principalorgid" or . == "aws:principalorgpaths" or . == "aws:principalaccount" or . == "aws:principalarn"
  or . == "aws:sourcearn" or . == "aws:sourceaccount" or . == "aws:sourceowner" or . == "aws:sourceorgid"
  or . == "aws:sourceorgpaths" or . == "aws:sourceip" or . == "aws:sourcevpc" or . == "aws:sourcevpce"
  or . == "aws:vpceaccount" or . == "aws:vpceorgid" or . == "aws:vpceorgpaths" or . == "aws:userid"
  or . == "kms:calleraccount" or . == "s3:dataaccesspointaccount" or . == "s3:dataaccesspointarn"
  or . == "elasticfilesystem:accesspointarn";

def ties($operators):
  .Key as $key
  | (.Operator | test($operators)) and ($key | tells_who) and .Values != [] and all(.Values[]; fixed($key));

# Of a statement: do its conditions tie those it lets in to fixed parties?  ...IfExists and ForAllValues: let in who has
# no such key, unless a Null says that there must be one.
def restricts_who:
  [conditions] as $all
  | [$all[] | select(.Operator == "null" and .Values == ["false"]) | .Key] as $present
  | any($all[];
      (ties("^(string(equals|like|equalsignorecase)|arn(equals|like)|ipaddress)$")
        or (.Key == "elasticfilesystem:accessedviamounttarget" and .Operator == "bool" and .Values == ["true"]))
      and ((.IfExists or .Set == "forallvalues" | not) or (.Key as $key | any($present[]; . == $key))));

# Of a Deny: does it keep everyone out but fixed parties?  Such are not in this VPC, not of this organization, and so on.
# AWS's own services may be left out, if those who are not known to be one are not.
def keeps_out:
  everyone
  and all(conditions;
    ties("^(string|arn)?not(equals|like|equalsignorecase|ipaddress)$") and .Set != "foranyvalue"
    or (.Operator == "bool" and .IfExists and .Key == "aws:principalisawsservice" and .Values == ["false"]));

# Of a statement: is there an action of these, on a resource of its own, that none of these Deny statements covers?
def left_by($denies; $actions):
  any($actions[] as $action | resources as $resource | [$action, $resource];
    . as [$action, $resource]
    | any($denies[]; covers_action($action) and covers_resource($resource)) | not);

# Of a document: the statements that let everyone in, to anything at all, or to one of these actions.
def public_statements:
  [statements] as $all
  | [$all[] | select(.Effect == "Deny" and keeps_out)] as $denies
  | [$all[] | allowing | select(everyone and (restricts_who | not) and left_by($denies; [actions]))];

def public_to($actions):
  [statements] as $all
  | [$all[] | select(.Effect == "Deny" and keeps_out)] as $denies
  | [ $all[] | allowing | select(everyone and (restricts_who | not))
      | . as $statement
      | select(left_by($denies; [$actions[] | select(. as $action | $statement | allows($action))])) ];

# Of a statement: the principals of other accounts that it names.  Trusted: accounts that are no others.
def foreign_principals($account; $trusted):
  if any(conditions; (.Key == "aws:principalaccount" or .Key == "kms:calleraccount") and .Values == [$account]
      and (.Operator | startswith("stringequals")) and (.IfExists | not)) then empty
  else principals
    | select(.Kind == "CanonicalUser" or (.Account | . != null and test("^[0-9]{12}$")))
    | select(.Account as $of | all($account, $trusted[]; . != $of))
    | .Id end;

# Of a document: the statements that let such principals in.
def cross_account_statements($account; $trusted):
  [statements] as $all
  | [$all[] | select(.Effect == "Deny" and everyone and (.Condition // {}) == {})] as $denies
  | [ $all[] | allowing | select([foreign_principals($account; $trusted)] != [] and left_by($denies; [actions])) ];

# Of a document: does it deny everyone all these actions on all these resources where the request comes without TLS?
def denies_insecure_transport($actions; $resources):
  [ statements
    | select(.Effect == "Deny" and any(principals; .Account == "*"))
    | select([conditions] | length == 1 and (.[0] | .Operator == "bool" and .Key == "aws:securetransport"
        and .Values == ["false"])) ] as $denies
  | all($actions[] as $action | $resources[] as $resource | [$action, $resource];
      . as [$action, $resource] | any($denies[]; covers_action($action) and covers_resource($resource)));

def stars: length > 0 and (explode | all(.[]; . == 42));

# "*", "*:*"
def every_action: split(":") | length > 0 and length <= 2 and all(.[]; stars);

# "*", "arn:*", "arn:aws:*", "arn:aws:*:*:*:*"
def every_resource: stars or (split(":") | .[0] == "arn" and (.[-1] | stars) and all(.[2:][]; stars));

# Of a statement: does it speak of every action, but perhaps those that it names apart?  The same for resources.
def wide($element; every):
  if has($element) then any(.[$element] | texts($element); every)
  elif has("Not" + $element) then all(.["Not" + $element] | texts("Not" + $element); every | not)
  else error("a statement has neither \($element) nor Not\($element)") end;

def all_actions: wide("Action"; every_action);
def all_resources: wide("Resource"; every_resource);

# Of a document: the statements that allow every action on every resource.
def full_admin: [statements | allowing | select(all_actions and all_resources)];

# Of a document: the statements that allow this action on a resource that fits, where no Deny without conditions surely
# takes that away.
def grants($action; fits):
  [statements] as $all
  | [$all[] | select(.Effect == "Deny" and (.Condition // {}) == {})] as $denies
  | [ $all[] | allowing
      | select(allows($action) and any(resources; . as $resource
          | fits and (any($denies[]; covers_action($action) and covers_resource($resource)) | not))) ];

# Of a document: the actions of the kind "service:*" that it allows.
def service_wildcards:
  [ statements | allowing | select(has("Action")) | actions
    | select(split(":") | length == 2 and (.[1] | stars) and (.[0] | wild | not)) ];
