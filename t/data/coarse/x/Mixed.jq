# Texts below a place, some of which matter.
module {"Title": "t", "ResourceType": "AWS::X::Mixed", "Severity": 1, "Remediation": "r", "Parameters": {"Teams": ["a", "::"]}, "Reads": [
  {"Path": ".Configuration.Tree", "OneOf": ["Allow", "*"]}, {"Path": ".Configuration.Team", "OneOf": "Teams"},
  {"Path": ".Configuration.Shape", "As": "shape"}, {"Path": ".Configuration.All[]", "As": "shape"}]};
def violation($now; $parameters):
  .Configuration
  | [.Tree | .. | strings | select(contains("*"))] as $stars
  | (.Team as $team | any($parameters.Teams[]; . == $team)) as $known
  | select($known or $stars != [] or .Shape != null)
  | {Message: "\($stars | length) of \(.Team)", Evidence: {Tree, Stars: $stars, Team, Known: $known,
      Shape: (.Shape | type), Empty: (.Shape | . == "" or . == [] or . == {}), Lengths: [.All[]? | type]}};
