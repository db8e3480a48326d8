# Carried texts are compared with each other and copied.
module {"Title": "t", "ResourceType": "AWS::X::Same", "Severity": 1, "Remediation": "r", "Reads": [
  {"Path": ".ARN", "As": "carried"}, {"Path": ".Configuration.Rules[].Name", "As": "carried"},
  {"Path": ".Configuration.Owner", "As": "carried"}, ".Configuration.Rules[].On"]};
def violation:
  .ARN as $arn | .Configuration
  | .Owner as $owner
  | [.Rules[]? | objects | select(.On == true) | .Name] as $names
  | select(($names | length) > 0)
  | {Message: "\($arn): \($names | map(tostring) | join("+"))",
     Evidence: {Names: $names, Own: ($names | map(select(. == $owner))), Others: ($names - [$owner]), Text: "<\($owner)>",
       Twice: ($names | length > (group_by(.) | length)), Map: {("k\($owner)"): $owner}}};
