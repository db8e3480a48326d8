module {
  "PartOf": [{"Type": "aws_iam_user", "By": "user", "Is": ["name", "id"]}]
};
include "known";

def join($part):
  .Groups = if (.Groups | unknown) then .Groups
    elif ($part.groups | unknown) then $part.groups
    else .Groups + ($part.groups | each({GroupName: .})) end;
