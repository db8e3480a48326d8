# What conditions on MFA do.  A session without MFA says "false" or nothing at all, and a Deny by Bool does not meet who
# says nothing.  Other conditions are taken to be met: they may be.
include "document";

def on_mfa: .Key == "aws:multifactorauthpresent" or .Key == "aws:multifactorauthage";

# Of a condition: is it met with this value of aws:MultiFactorAuthPresent, null where there is none?
def met_with($present):
  if on_mfa | not then true
  elif .Operator == "null" then .Values == [if $present == null then "true" else "false" end]
  elif .Key == "aws:multifactorauthage" then $present == "true" or .IfExists
  elif $present == null then .IfExists
  elif .Operator == "bool" or .Operator == "stringequals" then .Values == [$present]
  elif .Operator == "stringnotequals" then .Values != [$present]
  else error("MFA is asked for by \(.Operator)") end;

# Of the documents' statements: what comes of an action.
def outcome($action; $present):
  [.[] | select(covers_action($action) and all(conditions; met_with($present)))]
  | if any(.[]; .Effect == "Deny") then "denied"
    elif any(.[]; .Effect == "Allow") then "allowed" else "not allowed" end;

# Of documents: what comes of each action with MFA and without it, if one of them asks for it.
def simulated($actions):
  [.[] | statements]
  | select(any(.[] | conditions; on_mfa))
  | . as $all
  | [ $actions[] as $action
      | {Action: $action, WithMfa: outcome($action; "true"),
         WithoutMfa: (if any("false", null; . as $present | $all | outcome($action; $present) == "denied") then "denied"
           else outcome($action; null) end)} ];

# The violation, if one is denied that must not be.
def blocked:
  . as $simulated
  | map(select(.WithoutMfa == "denied" or .WithMfa == "denied" or (.WithMfa == "allowed" and .WithoutMfa != "allowed")))
  | select(. != [])
  | {
      Message: (map("\(.Action): \(.WithMfa) with MFA, \(.WithoutMfa) without") | join("; ")),
      Evidence: {Simulated: $simulated}
    };
