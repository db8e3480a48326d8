module {
  "PartOf": [{"Type": "aws_secretsmanager_secret", "By": "secret_arn", "Is": ["arn", "id"]}]
};

def join($part): .ResourcePolicy = $part.policy;
