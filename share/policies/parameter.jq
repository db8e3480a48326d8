# What policies about the parameter groups of databases need: of the family, and of one parameter.

# The value of a parameter, null where the group leaves it to the engine.
def parameter($name):
  .Parameters
  | if . == null then [] elif type == "array" then . else error("Parameters is \(type), not a list") end
  | [.[] | if type == "object" then . else error("a parameter is \(type)") end
      | select(.ParameterName == $name) | .ParameterValue]
  | if length > 1 then error("\($name) is there \(length) times") else .[0] end
  | if . == null or type == "string" then . else error("\($name) is \(type), not text") end;

# "aurora-mysql8.0" as ["aurora-mysql", [8, 0]], and "sqlserver-ee-15.0" as ["sqlserver-ee", [15, 0]].
def family:
  .DBParameterGroupFamily
  | if type == "string" then . else error("DBParameterGroupFamily is \(type), not text") end
  | (explode | [range(length) as $i | select(48 <= .[$i] and .[$i] <= 57) | $i][0]) as $digit
  | if $digit == null then [., []] else [.[:$digit], (.[$digit:] | split(".") | map(tonumber))] end
  | .[0] |= rtrimstr("-");
