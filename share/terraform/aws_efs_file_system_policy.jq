module {
  "PartOf": [{"Type": "aws_efs_file_system", "By": "file_system_id", "Is": ["id"]}]
};

def join($part): .Policy = $part.policy;
