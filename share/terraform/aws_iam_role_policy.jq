module {
  "PartOf": [{"Type": "aws_iam_role", "By": "role", "Is": ["name", "id"]}]
};
include "known";

def join($part):
  .Policies += [{PolicyName: $part.name, PolicyDocument: ($part.policy | document)}];
