module {
  "PartOf": [{"Type": "aws_ecr_repository", "By": "repository", "Is": ["name", "id"]}]
};

def join($part): .Policy = $part.policy;
