module {
  "PartOf": [{"Type": "aws_kms_key", "By": "key_id", "Is": ["key_id", "id", "arn"]}]
};

def join($part): .Policy = $part.policy;
