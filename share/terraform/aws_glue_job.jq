module {
  "ResourceType": "AWS::Glue::Job",
  "Service": "glue"
};
include "known";

def arn: arn_or("arn:\(.Partition):glue:\(.Region):\(.Account):job/\(.name)");

def configuration: {
  Name: .name,
  Role: .role_arn,
  Command: (.command | block({Name: .name, ScriptLocation: .script_location, PythonVersion: .python_version})),
  DefaultArguments: (.default_arguments | given(map_values("(redacted)"))),
  GlueVersion: (.glue_version | or_null),
  SecurityConfiguration: (.security_configuration | or_null),
  Tags: (tags | known(from_entries))
};
