module {
  "PartOf": [{"Type": "aws_lb", "By": "resource_arn", "Is": ["arn", "id"]}]
};

def join($part): .WebACLArn = $part.web_acl_arn;
