# Ages against two limits.
module {"Title": "t", "ResourceType": "AWS::X::Cut", "Severity": 1, "Remediation": "r", "Parameters": {"Soon": 30}, "Reads": [
  {"Path": ".Configuration.CreateDate", "Cut": 90}, {"Path": ".Configuration.EndDate", "CutAhead": "Soon"}]};
def seconds:
  if type != "string" then error("a date is \(type), not text") else . end
  | if .[19:] | rtrimstr("Z") | rtrimstr("+00:00") | ltrimstr(".") | explode | all(.[]; 48 <= . and . <= 57)
    then .[:19] + "Z" | fromdateiso8601 else error("not a time in UTC: \(.)") end;
def violation($now; $parameters):
  .Configuration
  | (($now | seconds) - (.CreateDate | seconds)) as $age | ((.EndDate | seconds) - ($now | seconds)) as $left
  | select($age > 90 * 86400 or $left <= 30 * 86400)
  | {Message: "made \(.CreateDate)", Evidence: ({CreateDate, EndDate} + if $age >= 90 * 86400 then {Days: ($age / 86400 | floor), Exactly: ($age == 90 * 86400)} else {} end
      + if $left <= 30 * 86400 then {Left: ($left / 86400 | ceil)} else {} end)};
