module {
  "PartOf": [{"Type": "aws_sqs_queue", "By": "queue_url", "Is": ["url", "id"]}]
};

def join($part): .Attributes.Policy = $part.policy;
