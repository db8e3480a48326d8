module {
  "PartOf": [{"Type": "aws_iam_policy", "By": "policy_arn", "Is": ["arn", "id"]}]
};

def join($part): .PolicyGroups += [{GroupName: $part.group}];
