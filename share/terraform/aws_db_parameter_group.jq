# Which parameters have a default, and which databases use the group, Terraform does not tell.
module {
  "ResourceType": "AWS::RDS::DBParameterGroup",
  "Service": "rds",
  "Name": "name"
};
include "known";

def arn: arn_or("arn:\(.Partition):rds:\(.Region):\(.Account):pg:\(first_of(.name, .id))");

def configuration: {
  DBParameterGroupName: first_of(.name, .id),
  DBParameterGroupArn: arn,
  DBParameterGroupFamily: .family,
  Description: .description,
  Parameters: (.parameter | each({ParameterName: .name, ParameterValue: .value, ApplyMethod: .apply_method, Source: "user"})),
  DBInstances: elsewhere,
  Tags: tags
};
