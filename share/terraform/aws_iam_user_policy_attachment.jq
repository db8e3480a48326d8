# Tells of the user and of the policy.
module {
  "PartOf": [{"Type": "aws_iam_user", "By": "user", "Is": ["name", "id"]}, {"Type": "aws_iam_policy", "By": "policy_arn", "Is": ["arn", "id"]}],
  "TakesFrom": [{"Type": "aws_iam_policy", "By": "policy_arn", "Is": ["arn", "id"], "As": "Policies"}]
};
include "known";

def join($part):
  if has("PolicyUsers") then .PolicyUsers += [{UserName: $part.user}]
  else .AttachedPolicies += [{
    PolicyName: first_of($part.Policies[0].name, ($part.policy_arn | given(split("/") | last))),
    PolicyArn: $part.policy_arn
  }] end;
