module {
  "PartOf": [{"Type": "aws_iam_user", "By": "user", "Is": ["name", "id"]}]
};
include "known";

def join($part):
  .Policies += [{PolicyName: $part.name, PolicyDocument: ($part.policy | document)}];
