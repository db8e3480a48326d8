# What maps need to carry values that are not known yet (qrie-terraform(7)): such a value is a text that begins with
# U+0001, and whatever is made of it must be one, too.

def unknown: type == "string" and contains("\u0001");

# What Terraform cannot tell, whether applied or not.
def elsewhere: "\u0001NotInTerraform\u0001";

# f, if the input is known; so every choice that depends on a value goes through here.
def known(f): if unknown then . else f end;

# known, where null stays null.
def given(f): if unknown or . == null then . else f end;

# A path through blocks, any of which may be missing or not known: get(.rule[0].status).
def get(f): reduce (null | path(f))[] as $step (.; if unknown or . == null then . else .[$step] end);

# f of each item; a missing list is empty.
def each(f): if unknown then . elif . == null then [] else map(known(f)) end;

# f where a block is, null where none is.
def block(f): if unknown then . elif . == null or length == 0 then null else .[0] | known(f) end;

# "" and 0 are how a provider says "not set" of an attribute without a value.
def or_null: given(if . == "" then null else . end);
def above_zero: given(if . == 0 then null else . end);

# A document in a text, as an object.
def document: given(if type == "string" then fromjson else . end);

# "true" and "false" as texts are booleans in the API.
def boolean: given(if . == "true" then true elif . == "false" then false else . end);

# The tags as a list, as most services have them.
def tags:
  (if .tags_all == null or (.tags_all | unknown) then .tags else .tags_all end)
  | if unknown then . else [(. // {}) | to_entries[] | {Key: .key, Value: .value}] end;

# The first of some values that is there; null if none is.
def first_of(values): [values | select(. != null)] | .[0];

# The ARN as Terraform has it, else as it can be made.  A provider that may not ask whose account it works in leaves
# the account out of its ARNs.
def arn_or(made):
  .arn as $arn | if $arn == null or ($arn | unknown or split(":")[4] == "") then made else $arn end;

# An id that the cloud has not given yet, but which ties parts of one Configuration together.
def id_or($place): if . == null or unknown then "terraform:" + $place else . end;
