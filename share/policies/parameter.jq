# What policies about the parameter groups of databases need: of the family, and of one parameter.

# The value of a parameter, null where the group leaves it to the engine.
def parameter($name):
  .Parameters | items("Parameters")
  | [.[] | object("a parameter") | select(.ParameterName == $name) | .ParameterValue | text($name)]
  | if length > 1 then error("\($name) is there \(length) times") else .[0] end;

# "aurora-mysql8.0" as ["aurora-mysql", [8, 0]], and "sqlserver-ee-15.0" as ["sqlserver-ee", [15, 0]].
def family:
  .DBParameterGroupFamily | text("DBParameterGroupFamily") | given("DBParameterGroupFamily")
  | (explode | [.[] | 48 <= . and . <= 57] | index(true)) as $digit
  | if $digit == null then [., []] else [.[:$digit], (.[$digit:] | split(".") | map(tonumber))] end
  | .[0] |= rtrimstr("-");
