module {
  "PartOf": [{"Type": "aws_iam_group", "By": "group", "Is": ["name", "id"]}]
};
include "known";

def join($part):
  .Policies += [{PolicyName: $part.name, PolicyDocument: ($part.policy | document)}];
