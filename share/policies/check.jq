# What many policies need: a value of the type that the rule expects, null where it is missing, and an error for anything
# else, so that nothing that a rule does not understand passes.

def flag($name): if . == null or type == "boolean" then . else error("\($name) is \(type), not true or false") end;
def text($name): if . == null or type == "string" then . else error("\($name) is \(type), not text") end;
def number($name): if . == null or type == "number" then . else error("\($name) is \(type), not a number") end;
def object($name): if . == null or type == "object" then . else error("\($name) is \(type), not an object") end;

# A missing list is empty.
def items($name): if . == null then [] elif type == "array" then . else error("\($name) is \(type), not a list") end;

# The value itself, which must be there.
def given($name): if . == null then error("\($name) is missing") else . end;

# A list with each item once, in the order that they come: unique would order what a policy reads as carried.
def distinct: reduce .[] as $item ([]; if any(.[]; . == $item) then . else . + [$item] end);

# Is the item in the list?  index() says it too, but leaks memory in jq 1.6.
def has_item($item): any(.[]; . == $item);
