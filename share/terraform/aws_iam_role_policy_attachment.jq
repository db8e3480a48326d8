# Tells of the role and of the policy.
module {
  "PartOf": [{"Type": "aws_iam_role", "By": "role", "Is": ["name", "id"]}, {"Type": "aws_iam_policy", "By": "policy_arn", "Is": ["arn", "id"]}],
  "TakesFrom": [{"Type": "aws_iam_policy", "By": "policy_arn", "Is": ["arn", "id"], "As": "Policies"}]
};
include "known";

def join($part):
  if has("PolicyRoles") then .PolicyRoles += [{RoleName: $part.role}]
  else .AttachedPolicies += [{
    PolicyName: first_of($part.Policies[0].name, ($part.policy_arn | given(split("/") | last))),
    PolicyArn: $part.policy_arn
  }] end;
