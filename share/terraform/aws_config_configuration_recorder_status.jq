module {
  "PartOf": [{"Type": "aws_config_configuration_recorder", "By": "name", "Is": ["name", "id"]}]
};

def join($part): .Status = [{name: $part.name, recording: $part.is_enabled}];
