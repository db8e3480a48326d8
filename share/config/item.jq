# What maps share.  The input is an item of AWS Config, its texts that hold JSON made into values.

# The tags as a list, as most services give them.
def tag_list:
  .tags // {}
  | if type == "array" then map({Key: .key, Value: .value}) else to_entries | map({Key: .key, Value: .value}) end;

# A member for each thing that supplements the item, if it is there: f of it.
def supplement($name; $member; f):
  .supplementaryConfiguration // {}
  | if has($name) then {($member): (.[$name] | f)} else {} end;

# A document as the text that the services give.
def text: if . == null or type == "string" then . else tojson end;
