module {
  "PartOf": [{"Type": "aws_sns_topic", "By": "arn", "Is": ["arn", "id"]}]
};

def join($part): .Attributes.Policy = $part.policy;
