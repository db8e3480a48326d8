# What policies about age and expiry need: times as AWS writes them, as numbers that can be compared.

# Seconds since the Epoch.  The AWS CLI ends a time in +00:00, others in Z, some have a fraction of a second.
def seconds:
  if type != "string" then error("a time is \(type), not text") else . end
  | if .[19:] | rtrimstr("Z") | rtrimstr("+00:00") | ltrimstr(".") | explode | all(.[]; 48 <= . and . <= 57)
    then .[:19] + "Z" | fromdateiso8601
    else error("not a time in UTC: \(.)") end;
