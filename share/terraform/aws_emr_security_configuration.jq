module {
  "ResourceType": "AWS::EMR::SecurityConfiguration",
  "Service": "elasticmapreduce",
  "Computed": ["creation_date"]
};
include "known";

def arn: "arn:\(.Partition):elasticmapreduce:\(.Region):\(.Account):security-configuration/\(first_of(.name, .id))";

def configuration: {Name: first_of(.name, .id), SecurityConfiguration: .configuration};
