# When a key was used last is not in Terraform.
module {
  "PartOf": [{"Type": "aws_iam_user", "By": "user", "Is": ["name", "id"]}],
  "Computed": ["create_date"]
};
include "known";

def join($part):
  .AccessKeys += [{
    UserName: $part.user,
    AccessKeyId: $part.id,
    Status: ($part.status // "Active"),
    CreateDate: ($part.create_date | given(.[:19] + "+00:00")),
    LastUsed: elsewhere
  }];
