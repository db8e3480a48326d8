# Adding a rule to a security group, unless its state tells of it already.
include "known";

def covers($rule; $name):
  (.[$name] | type) == "array" and ($rule[$name] | type) == "array" and $rule[$name] - .[$name] == [];

def tells($rule):
  .IpProtocol == $rule.IpProtocol and .FromPort == $rule.FromPort and .ToPort == $rule.ToPort
  and covers($rule; "IpRanges") and covers($rule; "Ipv6Ranges") and covers($rule; "PrefixListIds")
  and covers($rule; "UserIdGroupPairs");

def add_rule($name; $rule):
  .[$name] |= known(if any(.[]; tells($rule)) then . else . + [$rule] end);

# One value as a list; nothing as none.
def listed($key; $note): or_null | if . == null then [] else [{($key): .} + $note] end;

def note: (.description | or_null) as $note | if $note == null then {} else {Description: $note} end;

# "-1" is every protocol, on every port.
def ports($from; $to): {
  FromPort: (if .IpProtocol == "-1" then null else $from end), ToPort: (if .IpProtocol == "-1" then null else $to end)
};
