# Places in one another, items of items.  jq 1.6 leaks when .[]? is followed by an index that fails: hence "objects".
module {"Title": "t", "ResourceType": "AWS::X::Same", "Severity": 1, "Remediation": "r", "Reads": [
  ".Configuration.Rules[][]", {"Path": ".Configuration.Rules", "As": "carried"}, ".Configuration.Number", ".Configuration.Deep[].Deep[].Number", ".Tags[\"a b\"]"]};
def violation: {Message: "m", Evidence: {R: .Configuration.Rules, N: .Configuration.Number, D: [.Configuration.Deep[]? | objects | .Deep | arrays | .[] | objects | .Number], T: .Tags["a b"]}};
