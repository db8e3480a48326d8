# Whether the policy of a resource lets one of AWS's services in.  An answer is true, false, or null: a condition decides
# that on which nothing is known.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
include "document";

# Of a text that may be a pattern, such as the ARN of some resource of a service: does this pattern hold for it?
def holds_for($pattern):
  . as $text
  | if $pattern | contains("${") then null
    elif covered_by($pattern) then true
    elif $pattern | covered_by($text) then null
    else false end;

def any_of(answers): [answers] | if any(.[]; . == true) then true elif any(.[]; . == null) then null else false end;
def all_of(answers): [answers] | if any(.[]; . == false) then false elif any(.[]; . == null) then null else true end;
def opposite: if . == null then null else . == false end;

# Of a condition, where $known has the value that a key will have.
def fulfilled($known):
  . as $condition
  | $known[.Key] as $value
  | if $value == null or .Set != "" then null
    elif .Operator | test("^(string(equals|like|equalsignorecase)|arn(equals|like)|bool)$") then
      any_of($condition.Values[] as $pattern | $value | holds_for($pattern))
    elif .Operator | test("^(string|arn)not(equals|like|equalsignorecase)$") then
      any_of($condition.Values[] as $pattern | $value | holds_for($pattern)) | opposite
    elif .Operator == "null" then .Values == ["false"]
    else null end;

def names_service($names):
  everyone or any(named_principals("Principal"); .Kind == "Service" and (.Id as $id | any($names[]; . == $id)));

# Of a document: may the service that has these names do this to this resource?
def lets_in($names; $action; $resource; $known):
  [statements | select(names_service($names) and covers_action($action) and covers_resource($resource))] as $all
  | any_of($all[] | select(.Effect == "Deny") | all_of(conditions | fulfilled($known))) as $denied
  | any_of($all[] | allowing | all_of(conditions | fulfilled($known)))
  | if $denied == true or . == false then false elif $denied == null then null else . end;

# Of a list of such answers as Let: those that are let in by nothing.  An error, where all of the others are not known.
def shut_out($who):
  if . != [] and all(.[]; .Let == null)
    then error("whether the policy's conditions let \($who) in is not known")
  else map(select(.Let == false)) end;

# The partition of a region, for ARNs.
def partition:
  if . == null then null elif startswith("cn-") then "aws-cn" elif startswith("us-gov-") then "aws-us-gov" else "aws" end;

# An ARN, or null where its account or region is not known.
def arn_of($service; $region; $account; $resource):
  if $region == null or $account == null then null
  else "arn:\($region | partition):\($service):\($region):\($account):\($resource)" end;
