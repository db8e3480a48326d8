# Times that count by the side of a limit on which they lie; they are shown whole.
module {"Title": "t", "ResourceType": "AWS::X::Cut", "Severity": 1, "Remediation": "r", "Parameters": {"Soon": 30}, "Reads": [
  {"Path": ".Configuration.UseDate", "Cut": 90, "As": "carried"}, {"As": "carried", "Path": ".Configuration.EndDate", "CutAhead": "Soon"}]};
def seconds:
  if type != "string" then error("a date is \(type), not text") else . end
  | if .[19:] | rtrimstr("Z") | rtrimstr("+00:00") | ltrimstr(".") | explode | all(.[]; 48 <= . and . <= 57)
    then .[:19] + "Z" | fromdateiso8601 else error("not a time in UTC: \(.)") end;
def side($limit): (seconds - $limit) | if . < 0 then "before" elif . == 0 then "at" else "after" end;
def violation($now; $parameters):
  ($now | seconds) as $now | .Configuration
  | (.UseDate | side($now - 90 * 86400)) as $used | (.EndDate | side($now + $parameters.Soon * 86400)) as $ends
  | select($used != "after" or $ends != "after")
  | {Message: "\($used) by \(.UseDate)", Evidence: {UseDate, Ends: [$ends, .EndDate]}};
